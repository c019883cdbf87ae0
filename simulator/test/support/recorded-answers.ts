// The shapes of recorded answers of a US company, written down by hand from recordings of 2020 and 2022: names, kinds and
// order, no value of anybody's. `?` was there in some of them; `+` in none, newer recordings have it.

const FAULT = 'Message:s,Detail:s,code:s';
const FORM = `domain:s,sparse:b,Id:s,SyncToken:s,MetaData:@MetaData,CustomField:[{DefinitionId:s,Name:s,Type:s,StringValue?:s}],
  DocNumber:s,TxnDate:date,DepartmentRef+:@Ref,CurrencyRef:@Ref`;
const CONTENT = `PrivateNote?:s,LinkedTxn?:[{TxnId:s,TxnType:s}],Line:[@SaleLine],TxnTaxDetail:@Tax`;
const TOTALS = 'TotalAmt:n,ApplyTaxAfterDiscount:b,PrintStatus:s,EmailStatus:s';

/** Pieces that answers are made of. */
export const vocabulary: Readonly<Record<string, string>> = {
  Ref: '{value:s,name:s}',
  Id: '{value:s}',
  MetaData: '{CreateTime:stamp,LastUpdatedTime:stamp}',
  Address: `{Id:s,Line1:s,Line2?:s,Line3?:s,Line4?:s,City?:s,Country?:s,CountrySubDivisionCode?:s,PostalCode?:s,
    Lat?:s,Long?:s}`,
  Customer: `{Taxable:b,BillAddr?:@Address,ShipAddr?:@Address,Notes+:s,Job:b,BillWithParent:b,ParentRef?:@Id,Level?:n,
    SalesTermRef+:@Ref,Balance:n,BalanceWithJobs:n,CurrencyRef:@Ref,PreferredDeliveryMethod:s,IsProject+:b,
    domain:s,sparse:b,Id:s,SyncToken:s,MetaData:@MetaData,GivenName?:s,MiddleName?:s,FamilyName?:s,FullyQualifiedName:s,
    CompanyName?:s,DisplayName:s,PrintOnCheckName:s,Active:b,PrimaryPhone?:{FreeFormNumber:s},Mobile?:{FreeFormNumber:s},
    Fax?:{FreeFormNumber:s},PrimaryEmailAddr?:{Address:s},WebAddr?:{URI:s},DefaultTaxCodeRef?:@Id}`,
  Vendor: `{BillAddr?:@Address,TaxIdentifier?:s,TermRef?:@Id,Balance:n,AcctNum?:s,Vendor1099:b,CurrencyRef:@Ref,
    domain:s,sparse:b,Id:s,SyncToken:s,MetaData:@MetaData,Title?:s,GivenName?:s,MiddleName?:s,FamilyName?:s,Suffix?:s,
    CompanyName?:s,DisplayName:s,PrintOnCheckName:s,Active:b,PrimaryPhone?:{FreeFormNumber:s},Mobile?:{FreeFormNumber:s},
    Fax?:{FreeFormNumber:s},PrimaryEmailAddr?:{Address:s},WebAddr?:{URI:s}}`,
  Employee: `{PrimaryAddr+:@Address,BillableTime:b,BillRate+:n,BirthDate?:date,HiredDate?:date,domain:s,sparse:b,Id:s,
    SyncToken:s,MetaData:@MetaData,GivenName:s,FamilyName:s,DisplayName:s,PrintOnCheckName:s,Active:b,
    PrimaryPhone?:{FreeFormNumber:s}}`,
  Account: `{Name:s,SubAccount:b,FullyQualifiedName:s,Active:b,Classification:s,AccountType:s,AccountSubType:s,
    CurrentBalance:n,CurrentBalanceWithSubAccounts:n,CurrencyRef:@Ref,domain:s,sparse:b,Id:s,SyncToken:s,
    MetaData:@MetaData}`,
  SaleLine: `{Id?:s,LineNum?:n,Description?:s,Amount?:n,DetailType:s,
    DescriptionLineDetail+:{},SalesItemLineDetail?:{ItemRef:@Ref,ClassRef+:@Ref,UnitPrice?:n,Qty?:n,TaxCodeRef:@Id},SubTotalLineDetail?:{},
    DiscountLineDetail?:{PercentBased:b,DiscountPercent?:n,DiscountAccountRef:@Ref},
    GroupLineDetail+:{GroupItemRef:@Ref,Quantity:n,Line:[{Id:s,Description?:s,Amount:n,DetailType:s,
      SalesItemLineDetail:{ItemRef:@Ref,UnitPrice:n,Qty:n,TaxCodeRef:@Id}}]}}`,
  Tax: `{TxnTaxCodeRef?:@Id,TotalTax:n,TaxLine?:[{Amount:n,DetailType:s,
    TaxLineDetail:{TaxRateRef:@Id,PercentBased:b,TaxPercent:n,NetAmountTaxable:n}}]}`,
  Invoice: `{AllowIPNPayment:b,AllowOnlinePayment:b,AllowOnlineCreditCardPayment:b,AllowOnlineACHPayment:b,${FORM},${CONTENT},
    CustomerRef:@Ref,CustomerMemo+:@Id,BillAddr?:@Address,ShipAddr?:@Address,FreeFormAddress+:b,SalesTermRef+:@Ref,
    DueDate:date,${TOTALS},BillEmail+:{Address:s},Balance:n}`,
  SalesReceipt: `{${FORM},${CONTENT},CustomerRef?:@Ref,ProjectRef+:@Ref,CustomerMemo?:@Id,BillAddr?:@Address,
    ShipAddr?:@Address,FreeFormAddress+:b,${TOTALS},BillEmail?:{Address:s},Balance:n,PaymentMethodRef?:@Ref,
    PaymentRefNum?:s,DepositToAccountRef:@Ref}`,
  Estimate: `{${FORM},PrivateNote+:s,TxnStatus:s,LinkedTxn?:[{TxnId:s,TxnType:s}],Line:[@SaleLine],TxnTaxDetail:@Tax,
    CustomerRef:@Ref,ProjectRef+:@Ref,CustomerMemo?:@Id,BillAddr?:@Address,ShipAddr?:@Address,FreeFormAddress+:b,${TOTALS},
    BillEmail?:{Address:s},DeliveryInfo?:{DeliveryType:s}}`,
  Attachable: `{FileName:s,FileAccessUri:s,TempDownloadUri:s,Size:n,ContentType:s,domain:s,sparse:b,Id:s,SyncToken:s,
    MetaData:@MetaData,AttachableRef:[{EntityRef:{value:s,type:s},IncludeOnSend:b}]}`,
  Fault: `{Error:[{${FAULT},element?:s}],type:s}`,
  Cells: '{ColData:[{value:s,id?:s}]}',
  Options: '[{Name:s,Value:s}]',
  Columns: '{Column:[{ColTitle:s,ColType:s,MetaData?:@Options}]}',
  Row: `{Header?:@Cells,ColData?:[{value:s,id?:s}],Rows?:{Row:[@Row2]},Summary?:@Cells,type:s,group?:s}`,
  Row2: `{Header?:@Cells,ColData?:[{value:s,id?:s}],Rows?:{Row:[@Row3]},Summary?:@Cells,type:s,group?:s}`,
  Row3: `{Header?:@Cells,ColData?:[{value:s,id?:s}],Rows?:{Row:[@Row4]},Summary?:@Cells,type:s,group?:s}`,
  Row4: `{ColData:[{value:s,id?:s}],type:s}`,
};

/** One recorded answer. */
export type RecordedAnswer = {
  readonly status: number;
  readonly contentType: string;
  /** undefined for a body that is no JSON. */
  readonly shape: string | undefined;
  /** Texts that stand in the body as they are: those of a fault. */
  readonly texts?: readonly string[];
  /** Headers by name, beside those every answer has. */
  readonly headers?: Readonly<Record<string, string>>;
};

/** What every recorded answer bears that is no fault and no file. */
const OWN_HEADERS = {
  'cache-control': 'max-age=0, no-cache, no-store, must-revalidate, private',
  expires: '0',
};

const fine = (shape: string): RecordedAnswer => ({
  status: 200,
  contentType: 'application/json;charset=utf-8',
  headers: OWN_HEADERS,
  shape,
});
const read = (entity: string): RecordedAnswer => fine(`{${entity}:@${entity},time:time}`);
const list = (entity: string): RecordedAnswer =>
  fine(`{QueryResponse:{${entity}:[@${entity}],startPosition:n,maxResults:n},time:time}`);
const count = fine('{QueryResponse:{totalCount:n},time:time}');
const deleted = (entity: string): RecordedAnswer => fine(`{${entity}:{domain:s,status:s,Id:s},time:time}`);
const fault = (shape: string, ...texts: string[]): RecordedAnswer => ({
  status: 400,
  contentType: 'application/json',
  shape,
  texts: ['"type":"ValidationFault"', ...texts],
});
const plainFault = `{Fault:{Error:[{${FAULT}}],type:s},time:time}`;

/** Every recorded answer, by the name of the recording, in the order of its exchanges. */
export const recordedAnswers: Readonly<Record<string, readonly RecordedAnswer[]>> = {
  all_alt_select: [
    count,
    list('Customer'),
    list('Customer'),
    list('Customer'),
    fine('{QueryResponse:{},time:time}'),
  ],
  all_customers: [count, list('Customer')],
  all_employees_including_active: [count, list('Employee')],
  all_sales_receipts: [list('SalesReceipt')],
  all_vendors_by_5: [count, ...Array.from({ length: 6 }, () => list('Vendor'))],
  attachment_create_for_invoice: [fine('{AttachableResponse:[{Attachable:@Attachable}],time:time}')],
  attachment_delete_attachment: [deleted('Attachable')],
  attachment_error_estimate: [
    {
      ...fine(`{AttachableResponse:[{Fault:{Error:[{${FAULT},element:s}],type:s}}],time:time}`),
      texts: [
        '"Message":"A business validation error has occurred while processing your request"',
        'Business Validation Error: The entity Estimate ',
        ' that you are trying to link does not exist. Estimate ',
        '"code":"6000","element":""',
      ],
    },
  ],
  attachment_read_attachment: [read('Attachable')],
  batch_basic: [
    {
      ...fine(`{BatchItemResponse:[{Vendor?:@Vendor,Fault?:@Fault,
        QueryResponse?:{SalesReceipt:[@SalesReceipt],startPosition:n,maxResults:n},bId:s}],time:time}`),
      texts: [
        '"Message":"Object Not Found","Detail":"Object Not Found : Something you\'re trying to use has been made inactive. Check the fields with accounts, customers, items, vendors or employees.","code":"610","element":""',
        '"Message":"Stale Object Error","Detail":"Stale Object Error : You and ',
        ' finished before you did, so your work was not saved.","code":"5010","element":""',
      ],
    },
  ],
  cdc_basic: [
    fine('{CDCResponse:[{QueryResponse:[{Estimate:[@Estimate],startPosition:n,maxResults:n}]}],time:time}'),
  ],
  create_customer: [read('Customer')],
  create_invoice: [read('Invoice')],
  deactivate_account: [read('Account'), read('Account')],
  deactivate_employee: [read('Employee'), read('Employee')],
  delete_invoice: [read('Invoice'), deleted('Invoice')],
  error_400: [
    list('Customer'),
    fault(
      plainFault,
      '"Message":"Invalid query","Detail":"QueryValidationError: invalid context declaration: Custmoer","code":"4001"',
    ),
  ],
  error_400_json: [
    fault(
      plainFault,
      '"Message":"Request has invalid or unsupported property"',
      String.raw`Property Name:Unrecognized field \"BadJson\" (class com.intuit.schema.finance.v3.Invoice), not marked as ignorable (`,
      '"code":"2010"',
    ),
  ],
  error_401: [
    {
      status: 401,
      contentType: 'application/json',
      headers: { 'www-authenticate': 'Bearer realm="Intuit", error="invalid_token"' },
      shape: `{warnings:null,intuitObject:null,fault:{error:[{message:s,detail:s,code:s,element:null}],type:s},report:null,
        queryResponse:null,batchItemResponse:[],attachableResponse:[],syncErrorResponse:null,requestId:null,time:n,
        status:null,cdcresponse:[]}`,
      texts: [
        '"message":"message=AuthenticationFailed; errorCode=003200; statusCode=401","detail":"Token expired: ',
        '"code":"3200"',
        '"type":"AUTHENTICATION"',
      ],
    },
  ],
  error_500: [
    fault(
      plainFault,
      '"Message":"Unsupported Operation","Detail":"Operation Could not find resource for relative : /v3/company/',
      ' is not supported.","code":"500"',
    ),
    fault(
      `{Fault:{Error:[{${FAULT},element:s}],type:s}}`,
      '"Message":"Invalid ID","Detail":"Id should be a valid number. Supplied value:1.5","code":"2030","element":"Id"',
    ),
  ],
  error_validation: [
    fault(
      plainFault,
      '"Message":"Duplicate Name Exists Error","Detail":"The name supplied already exists. : null","code":"6240"',
    ),
  ],
  get_display_name: [list('Customer')],
  get_id: [read('Customer')],
  get_inactive_vendors: [list('Vendor')],
  get_pdf_invoice: [{ status: 200, contentType: 'application/pdf', shape: undefined, texts: ['%PDF-1.4'] }],
  misc_ampersand: [list('Vendor')],
  reports_gl: [
    fine(`{Header:{Time:stamp,ReportName:s,DateMacro:s,ReportBasis:s,StartPeriod:date,EndPeriod:date,Currency:s,
      Option:@Options},Columns:@Columns,Rows:{Row:[@Row]}}`),
  ],
  reports_profit_and_loss: [
    fine(`{Header:{Time:stamp,ReportName:s,ReportBasis:s,StartPeriod:date,EndPeriod:date,SummarizeColumnsBy:s,Currency:s,
      Customer:s,Option:@Options},Columns:@Columns,Rows:{Row:[@Row]}}`),
  ],
  update_customer: [read('Customer'), read('Customer')],
  update_sales_receipt: [read('SalesReceipt'), read('SalesReceipt')],
  void_invoice: [read('Invoice'), read('Invoice')],
};
