/*
 * Every field of Intuit's own schema, by the type it stands in: what no list of ours may forget. `<Base` inherits,
 * `Name:Type` is an object with the fields of that type, `Name:` one whose type is called as it is.
 * @see Finance.xsd, IntuitNamesTypes.xsd, IntuitBaseTypes.xsd (July 2026)
 */
const types: Readonly<Record<string, string>> = {
  Account:
    '<IntuitEntity Name SubAccount ParentRef Description FullyQualifiedName AccountAlias TxnLocationType ' +
    'Active Classification AccountType AccountSubType AccountPurposes AcctNum AcctNumExtn BankNum ' +
    'OpeningBalance OpeningBalanceDate CurrentBalance CurrentBalanceWithSubAccounts CurrencyRef TaxAccount ' +
    'TaxCodeRef OnlineBankingEnabled FIName JournalCodeRef AccountEx',
  AccountBasedExpenseLineDetail:
    'CustomerRef ClassRef AccountRef BillableStatus MarkupInfo: TaxAmount TaxCodeRef TaxInclusiveAmt ' +
    'ExpenseDetailLineDetailEx',
  AdvancedInventoryPrefs:
    'MLIAvailable MLIEnabled EnhancedInventoryReceivingEnabled TrackingSerialOrLotNumber ' +
    'TrackingOnSalesTransactionsEnabled TrackingOnPurchaseTransactionsEnabled ' +
    'TrackingOnInventoryAdjustmentEnabled TrackingOnBuildAssemblyEnabled FIFOEnabled FIFOEffectiveDate ' +
    'RowShelfBinEnabled BarcodeEnabled',
  Attachable:
    '<IntuitEntity FileName FileAccessUri TempDownloadUri Size ContentType Category Lat Long PlaceName Note ' +
    'Tag ThumbnailFileAccessUri ThumbnailTempDownloadUri AttachableEx documentId',
  AttachableRef: 'EntityRef LineInfo IncludeOnSend CustomField: AttachableRefEx',
  Bill:
    '<PurchaseByVendor PayerRef SalesTermRef DueDate RemitToAddr:PhysicalAddress ShipAddr:PhysicalAddress ' +
    'VendorAddr:PhysicalAddress Balance HomeBalance BillEx LessCIS IncludeInAnnualTPAR',
  BillPayment:
    '<Transaction VendorRef VendorAddr:PhysicalAddress APAccountRef PayType CheckPayment:BillPaymentCheck ' +
    'CreditCardPayment:BillPaymentCreditCard TotalAmt BillPaymentEx',
  BillPaymentCheck:
    'BankAccountRef PrintStatus CheckDetail:CheckPayment PayeeAddr:PhysicalAddress BillPaymentCheckEx',
  BillPaymentCreditCard: 'CCAccountRef CCDetail:CreditCardPayment BillPaymentCreditCardEx',
  Budget: '<IntuitEntity Name StartDate EndDate BudgetType BudgetEntryType Active BudgetDetail:',
  BudgetCustomExtensionAssociatedValue: 'Key Value',
  BudgetCustomExtensions: 'ExtensionType AssociatedValue:BudgetCustomExtensionAssociatedValue',
  BudgetDetail:
    'BudgetDate Amount AccountRef CustomerRef ClassRef DepartmentRef ' +
    'CustomExtensions:BudgetCustomExtensions',
  CashBackInfo: 'AccountRef Amount Memo',
  CheckPayment: 'CheckNum Status NameOnAcct AcctNum BankName CheckPaymentEx',
  Class: '<IntuitEntity Name SubClass ParentRef FullyQualifiedName Active ClassEx',
  CompanyAccountingPrefs:
    'UseAccountNumbers DefaultARAccount DefaultAPAccount RequiresAccounts TrackDepartments ' +
    'DepartmentTerminology ClassTrackingPerTxn ClassTrackingPerTxnLine AutoJournalEntryNumber ' +
    'FirstMonthOfFiscalYear TaxYearMonth TaxForm BookCloseDate OtherContactInfo:ContactInfo ' +
    'CustomerTerminology',
  CompanyCurrency: '<IntuitEntity Code Name Active CompanyCurrencyEx',
  CompanyInfo:
    '<IntuitEntity CompanyName LegalName CompanyAddr:PhysicalAddress ' +
    'CustomerCommunicationAddr:PhysicalAddress LegalAddr:PhysicalAddress CompanyEmailAddr:EmailAddress ' +
    'CustomerCommunicationEmailAddr:EmailAddress CompanyURL:WebSiteAddress PrimaryPhone:TelephoneNumber ' +
    'OtherContactInfo:ContactInfo CompanyFileName FlavorStratum SampleFile CompanyUserId ' +
    'CompanyUserAdminEmail CompanyStartDate EmployerId FiscalYearStartMonth TaxYearStartMonth QBVersion ' +
    'Country ShipAddr:PhysicalAddress OtherAddr:PhysicalAddress Mobile:TelephoneNumber Fax:TelephoneNumber ' +
    'Email:EmailAddress WebAddr:WebSiteAddress LastImportedTime LastSyncTime SupportedLanguages ' +
    'DefaultTimeZone MultiByteCharsSupported NameValue: FifoCalculationStatus CompanyInfoEx',
  ContactInfo:
    'Type Telephone:TelephoneNumber Email:EmailAddress WebSite:WebSiteAddress ' +
    'OtherContact:GenericContactType',
  ConvenienceFeeDetail: '<IntuitEntity ConvenienceFeeType ConvenienceFeePercent',
  CreditCardPayment: 'CreditChargeInfo: CreditChargeResponse:',
  CreditCardPaymentTxn:
    '<Transaction CreditCardAccountRef BankAccountRef Amount VendorRef CheckNum PrintStatus Memo ' +
    'CreditCardPaymentEx',
  CreditChargeInfo:
    'Number Type NameOnAcct CcExpiryMonth CcExpiryYear BillAddrStreet PostalCode CommercialCardCode ' +
    'CCTxnMode CCTxnType PrevCCTransId Amount ProcessPayment CreditCardChargeInfoEx',
  CreditChargeResponse:
    'CCProcessor CCTransId Status ResultCode ResultMsg MerchantAcctNum CardSecurityCodeMatch AuthCode ' +
    'AvsStreet AvsZip SecurityCode ReconBatchId PaymentGroupingCode TxnAuthorizationTime ' +
    'TxnAuthorizationStamp ClientTransID CreditChargeResponseEx',
  CreditMemo: '<SalesTransaction RemainingCredit InvoiceRef CreditMemoEx',
  CurrencyPrefs: 'MultiCurrencyEnabled HomeCurrency',
  CustomExtensionAssociatedValues: 'Key Value',
  CustomExtensions: 'ExtensionType AssociatedValues:CustomExtensionAssociatedValues',
  CustomField: 'DefinitionId Name Type StringValue BooleanValue DateValue NumberValue',
  CustomFieldDefinition: '<IntuitEntity EntityType Name Hidden Required AppId',
  Customer:
    '<NameBase Taxable BillAddr:PhysicalAddress ShipAddr:PhysicalAddress OtherAddr:PhysicalAddress ' +
    'ContactName AltContactName Notes Job BillWithParent RootCustomerRef ParentRef Level CustomerTypeRef ' +
    'SalesTermRef SalesRepRef TaxGroupCodeRef TaxRateRef PaymentMethodRef CCDetail:CreditChargeInfo ' +
    'PriceLevelRef Balance OpenBalanceDate BalanceWithJobs CreditLimit AcctNum CurrencyRef OverDueBalance ' +
    'TotalRevenue TotalExpense PreferredDeliveryMethod ResaleNum JobInfo: TDSEnabled CustomerEx ' +
    'SecondaryTaxIdentifier ARAccountRef PrimaryTaxIdentifier TaxExemptionReasonId IsProject BusinessNumber ' +
    'GSTIN GSTRegistrationType IsCISContractor ClientCompanyId ClientEntityId Source TaxRegime',
  CustomerType: '<IntuitEntity Name ParentRef FullyQualifiedName Active',
  Department:
    '<IntuitEntity Name SubDepartment ParentRef FullyQualifiedName Active DepartmentEx ' +
    'Address:PhysicalAddress',
  Deposit:
    '<Transaction DepositToAccountRef CashBack:CashBackInfo GlobalTaxCalculation TotalAmt HomeTotalAmt ' +
    'DepositEx',
  DepositLineDetail:
    'Entity ClassRef AccountRef PaymentMethodRef CheckNum TxnType TaxCodeRef TaxApplicableOn ' +
    'DepositLineDetailEx',
  DescriptionLineDetail: 'ServiceDate TaxCodeRef DescriptionLineDetailEx',
  DiscountLineDetail: '<DiscountOverride ServiceDate ClassRef TaxCodeRef DiscountLineDetailEx',
  DiscountOverride: 'DiscountRef PercentBased DiscountPercent DiscountAccountRef',
  EffectiveTaxRate: 'RateValue EffectiveDate EndDate EffectiveTaxRateEx',
  EmailAddress: 'Id Address Default Tag',
  EmailMessage: 'Subject Message',
  EmailMessagesPrefs:
    'NameValue: InvoiceMessage:EmailMessage EstimateMessage:EmailMessage SalesReceiptMessage:EmailMessage ' +
    'StatementMessage:EmailMessage',
  Employee:
    '<NameBase EmployeeType EmployeeNumber SSN PrimaryAddr:PhysicalAddress OtherAddr:PhysicalAddress ' +
    'BillableTime BillRate BirthDate Gender HiredDate ReleasedDate UseTimeEntry EmployeeEx CostRate Notes',
  EnabledSurchargeInfo: 'Enabled Card:SurchargePaymentMethodInfo ACH:SurchargePaymentMethodInfo',
  EntityTypeRef: 'Type EntityRef',
  Estimate: '<SalesTransaction ExpirationDate AcceptedBy AcceptedDate EstimateEx',
  ExchangeRate: '<IntuitEntity SourceCurrencyCode TargetCurrencyCode Rate AsOfDate ExchangeRateEx',
  FinanceChargePrefs:
    'AnnualInterestRate MinFinChrg GracePeriod CalcFinChrgFromTxnDate AssessFinChrgForOverdueCharges ' +
    'FinChrgAccountRef',
  GenericContactType: 'Id Name Value Type Default Tag',
  GroupLineDetail: 'GroupItemRef Quantity UOMRef: ServiceDate Line: GroupLineDetailEx',
  IntuitEntity: 'Id SyncToken MetaData:ModificationMetaData CustomField: AttachableRef:',
  InventoryAdjustment: '<Transaction ShippingAdjustment AdjustAccountRef CustomerRef',
  Invoice:
    '<SalesTransaction Deposit AllowIPNPayment AllowOnlinePayment AllowOnlineCreditCardPayment ' +
    'AllowOnlineACHPayment AllowOnlinePayPalPayment AllowOnlineAffirmPayment EInvoiceStatus ' +
    'ECloudStatusTimeStamp CfdiUse Exportation GlobalInfo:MXGlobalInfo invoiceStatus callToAction ' +
    'invoiceStatusLog:StatusInfo InvoiceEx LessCIS InvoiceLink PaymentDetailsMessage ConvenienceFeeDetail: ' +
    'EnabledSurchargeInfo: InvoiceLinkSecurityCode InvoiceLinkExpiryDate AutoPayEligible ' +
    'SchedulePayEligible ScheduledPaymentId GratuityEnabled FinancingProductType ' +
    'SubscriptionPaymentsSetting TxnRetainageDetail:',
  Item:
    '<IntuitEntity Name Sku Description Active SubItem ParentRef Level FullyQualifiedName Taxable ' +
    'SalesTaxIncluded PercentBased UnitPrice RatePercent Type PaymentMethodRef UOMSetRef IncomeAccountRef ' +
    'PurchaseDesc PurchaseTaxIncluded PurchaseCost ExpenseAccountRef COGSAccountRef AssetAccountRef ' +
    'PrefVendorRef AvgCost TrackQtyOnHand QtyOnHand QtyOnPurchaseOrder QtyOnSalesOrder ReorderPoint ' +
    'ManPartNum DepositToAccountRef SalesTaxCodeRef PurchaseTaxCodeRef InvStartDate BuildPoint ' +
    'PrintGroupedItems SpecialItem SpecialItemType ItemGroupDetail: ItemAssemblyDetail: AbatementRate ' +
    'ReverseChargeRate ServiceType ItemCategoryType ItemEx TaxClassificationRef UQCDisplayText UQCId ' +
    'ClassRef Source DeferredRevenue CustomExtensions:',
  ItemAdjustmentLineDetail: 'ItemRef SalesPrice QtyDiff NewQty ClassRef',
  ItemAssemblyDetail: 'ItemAssemblyLine:ItemComponentLine',
  ItemBasedExpenseLineDetail:
    '<ItemLineDetail CustomerRef BillableStatus TaxInclusiveAmt ItemBasedExpenseLineDetailEx',
  ItemComponentLine: 'ItemRef Qty UOMRef:',
  ItemGroupDetail: 'ItemGroupLine:ItemComponentLine',
  ItemLineDetail:
    'ItemRef ClassRef UnitPrice UnitCostPrice RatePercent PriceLevelRef MarkupInfo: Qty UOMRef: ' +
    'ItemAccountRef InventorySiteRef TaxCodeRef TaxClassificationRef',
  ItemReceiptLineDetail: 'ItemReceiptLineDetailEx',
  JobInfo: 'Status StartDate ProjectedEndDate EndDate Description JobTypeRef',
  JournalCode: '<IntuitEntity Name Type Description Active JournalCodeEx',
  JournalEntry:
    '<Transaction Adjustment HomeCurrencyAdjustment EnteredInHomeCurrency GlobalTaxCalculation TotalAmt ' +
    'HomeTotalAmt JournalEntryEx',
  JournalEntryLineDetail:
    'PostingType Entity:EntityTypeRef AccountRef ClassRef DepartmentRef TaxCodeRef TaxRateRef ' +
    'TaxApplicableOn TaxAmount TaxInclusiveAmt BillableStatus JournalCodeRef JournalEntryLineDetailEx',
  Line:
    'Id LineNum Description Amount Received LinkedTxn: DetailType PaymentLineDetail: DiscountLineDetail: ' +
    'TaxLineDetail: SalesItemLineDetail: DescriptionLineDetail: ItemBasedExpenseLineDetail: ' +
    'AccountBasedExpenseLineDetail: ReimburseLineDetail: DepositLineDetail: PurchaseOrderItemLineDetail: ' +
    'SalesOrderItemLineDetail: ItemReceiptLineDetail: JournalEntryLineDetail: GroupLineDetail: ' +
    'SubTotalLineDetail: TDSLineDetail: ItemAdjustmentLineDetail: CustomField: LineEx ProjectRef CostAmount ' +
    'HomeCostAmount CustomExtensions:',
  LinkedTxn: 'TxnId TxnType TxnLineId',
  MXGlobalInfo: 'Periodicity Month Year',
  MarkupInfo: 'PercentBased Value Percent PriceLevelRef MarkUpIncomeAccountRef',
  ModificationMetaData:
    'CreatedByRef CreateTime LastModifiedByRef LastUpdatedTime LastChangedInQB Synchronized',
  NameBase:
    '<IntuitEntity IntuitId Organization Title GivenName MiddleName FamilyName Suffix FullyQualifiedName ' +
    'CompanyName DisplayName PrintOnCheckName UserId Active V4IDPseudonym PrimaryPhone:TelephoneNumber ' +
    'AlternatePhone:TelephoneNumber Mobile:TelephoneNumber Fax:TelephoneNumber ' +
    'PrimaryEmailAddr:EmailAddress WebAddr:WebSiteAddress OtherContactInfo:ContactInfo DefaultTaxCodeRef',
  NameValue: 'Name Value',
  OtherPrefs: 'NameValue:',
  Payment:
    '<Transaction CustomerRef RemitToRef ARAccountRef DepositToAccountRef PaymentMethodRef PaymentRefNum ' +
    'PaymentType CheckPayment: CreditCardPayment: TotalAmt UnappliedAmt ProcessPayment PaymentExtendedType ' +
    'PaymentEx',
  PaymentLineDetail:
    'ItemRef ServiceDate ClassRef Balance HomeBalance Discount:DiscountOverride PaymentLineEx',
  PaymentMethod: '<IntuitEntity Name Active Type PaymentMethodEx',
  PhysicalAddress:
    'Id Line1 Line2 Line3 Line4 Line5 City Country CountryCode County CountrySubDivisionCode PostalCode ' +
    'PostalCodeSuffix Lat Long Tag Note',
  Preferences:
    '<IntuitEntity AccountingInfoPrefs:CompanyAccountingPrefs AdvancedInventoryPrefs: ' +
    'ProductAndServicesPrefs: SalesFormsPrefs: EmailMessagesPrefs: PrintDocumentPrefs: ' +
    'VendorAndPurchasesPrefs: TimeTrackingPrefs: TaxPrefs: FinanceChargesPrefs:FinanceChargePrefs ' +
    'CurrencyPrefs: ReportPrefs: OtherPrefs:',
  PrintDocumentPrefs: 'NameValue:',
  ProductAndServicesPrefs:
    'ForSales ForPurchase InventoryAndPurchaseOrder QuantityWithPriceAndRate QuantityOnHand UOM ' +
    'RevenueRecognition RevenueRecognitionFrequency',
  Purchase:
    '<Transaction AccountRef PaymentMethodRef PaymentRefNum PaymentType CheckPayment: CreditCardPayment: ' +
    'EntityRef Credit RemitToAddr:PhysicalAddress TotalAmt Memo PrintStatus GlobalTaxCalculation PurchaseEx ' +
    'LessCIS IncludeInAnnualTPAR TxnId TxnNum',
  PurchaseByVendor:
    '<Transaction VendorRef APAccountRef TotalAmt BillEmail:EmailAddress ReplyEmail:EmailAddress Memo ' +
    'GlobalTaxCalculation',
  PurchaseOrder:
    '<PurchaseByVendor TaxCodeRef ClassRef ReimbursableInfoRef SalesTermRef DueDate ExpectedDate ' +
    'VendorAddr:PhysicalAddress ShipTo DropShipToEntity InventorySiteRef ShipAddr:PhysicalAddress ' +
    'ShipMethodRef FOB POEmail:EmailAddress TemplateRef PrintStatus EmailStatus ManuallyClosed POStatus ' +
    'PurchaseOrderEx',
  PurchaseOrderItemLineDetail:
    '<SalesItemLineDetail ManPartNum ManuallyClosed OpenQty PurchaseOrderItemLineDetailEx',
  RecurringInfo: 'Name RecurType Active ScheduleInfo:RecurringScheduleInfo',
  RecurringScheduleInfo:
    'IntervalType NumInterval DayOfMonth DayOfWeek WeekOfMonth MonthOfYear RemindDays DaysBefore ' +
    'MaxOccurrences StartDate EndDate NextDate PreviousDate',
  RefundReceipt: '<SalesTransaction RemainingCredit RefundReceiptEx',
  ReimburseCharge: '<Transaction CustomerRef HasBeenInvoiced Amount HomeTotalAmt',
  ReimburseLineDetail: '<ItemLineDetail',
  ReportPrefs: 'ReportBasis CalcAgingReportFromTxnDate',
  SalesFormsPrefs:
    'UsingProgressInvoicing CustomField:CustomFieldDefinition CustomTxnNumbers DelayedCharges ' +
    'SalesEmailCc:EmailAddress SalesEmailBcc:EmailAddress EmailCopyToCompany AllowDeposit AllowDiscount ' +
    'DefaultDiscountAccount AllowEstimates EstimateMessage ETransactionEnabledStatus ETransactionAttachPDF ' +
    'ETransactionPaymentEnabled IPNSupportEnabled InvoiceMessage AllowServiceDate AllowShipping ' +
    'DefaultShippingAccount DefaultItem DefaultTerms DefaultDeliveryMethod AutoApplyCredit ' +
    'AutoApplyPayments PrintItemWithZeroAmount DefaultShipMethodRef DefaultMarkup ' +
    'TrackReimbursableExpensesAsIncome UsingSalesOrders UsingPriceLevels DefaultFOB DefaultCustomerMessage',
  SalesItemLineDetail:
    '<ItemLineDetail ServiceDate TaxInclusiveAmt DiscountRate DiscountAmt DeferredRevenue RetainageAmount ' +
    'SalesItemLineDetailEx',
  SalesOrderItemLineDetail: '<SalesItemLineDetail ManuallyClosed',
  SalesReceipt: '<SalesTransaction SalesReceiptEx LessCIS',
  SalesTransaction:
    '<Transaction AutoDocNumber CustomerRef CustomerMemo BillAddr:PhysicalAddress ShipAddr:PhysicalAddress ' +
    'FreeFormAddress ShipFromAddr:PhysicalAddress RemitToRef ClassRef SalesTermRef DueDate SalesRepRef ' +
    'PONumber FOB ShipMethodRef ShipDate TrackingNum GlobalTaxCalculation TotalAmt HomeTotalAmt ' +
    'ApplyTaxAfterDiscount ShippingTaxIncludedInTotalTax TemplateRef PrintStatus EmailStatus ' +
    'BillEmail:EmailAddress BillEmailCc:EmailAddress BillEmailBcc:EmailAddress ARAccountRef Balance ' +
    'HomeBalance FinanceCharge PaymentMethodRef PaymentRefNum PaymentType CheckPayment: CreditCardPayment: ' +
    'DepositToAccountRef DeliveryInfo:TransactionDeliveryInfo DiscountRate DiscountAmt GovtTxnRefIdentifier ' +
    'TaxExemptionRef',
  StatusInfo: 'status statusDate callToAction',
  SubTotalLineDetail: 'ItemRef ServiceDate',
  SurchargePaymentMethodInfo: 'Enabled',
  TDSLineDetail: 'TDSAccountRef TDSSectionTypeId TDSLineDetailEx',
  TaxAgency:
    '<Vendor SalesTaxCodeRef SalesTaxCountry SalesTaxReturnRef TaxRegistrationNumber ReportingPeriod ' +
    'TaxTrackedOnPurchases TaxOnPurchasesAccountRef TaxTrackedOnSales TaxTrackedOnSalesAccountRef TaxOnTax ' +
    'LastFileDate TaxAgencyExt TaxAgencyConfig',
  TaxCode:
    '<IntuitEntity Name Description Active Hidden Taxable TaxGroup SalesTaxRateList:TaxRateList ' +
    'PurchaseTaxRateList:TaxRateList AdjustmentTaxRateList:TaxRateList TaxCodeEx TaxCodeConfigType',
  TaxLineDetail:
    'TaxRateRef PercentBased TaxPercent NetAmountTaxable TaxInclusiveAmount OverrideDeltaAmount ServiceDate ' +
    'TaxLineDetailEx',
  TaxPayment: '<IntuitEntity PaymentDate PaymentAccountRef PaymentAmount Description Refund',
  TaxPrefs:
    'UsingSalesTax PartnerTaxEnabled HideTaxManagement TaxGroupCodeRef TaxRateRef PaySalesTax ' +
    'NonTaxableSalesTaxCodeRef TaxableSalesTaxCodeRef',
  TaxRate:
    '<IntuitEntity Name Description Active RateValue AgencyRef TaxReturnLineRef EffectiveTaxRate: ' +
    'SpecialTaxType DisplayType TaxRateEx OriginalTaxRate',
  TaxRateDetail: 'TaxRateRef TaxTypeApplicable TaxOrder TaxOnTaxOrder',
  TaxRateList: 'TaxRateDetail:',
  TelephoneNumber: 'Id DeviceType CountryCode AreaCode ExchangeCode Extension FreeFormNumber Default Tag',
  Term:
    '<IntuitEntity Name Active Type DiscountPercent DueDays DiscountDays DayOfMonthDue DueNextMonthDays ' +
    'DiscountDayOfMonth SalesTermEx',
  TimeActivity:
    '<IntuitEntity TimeZone TxnDate NameOf EmployeeRef VendorRef OtherNameRef CustomerRef DepartmentRef ' +
    'ItemRef ClassRef PayrollItemRef ProjectRef TimeChargeId BillableStatus Taxable HourlyRate CostRate ' +
    'Hours Minutes Seconds BreakHours BreakMinutes BreakSeconds StartTime EndTime Description ' +
    'TimeActivityEx HoursInEmployeeTimeZone',
  TimeTrackingPrefs:
    'UseServices DefaultTimeItem BillCustomers ShowBillRateToAll WorkWeekStartDate TimeTrackingEnabled ' +
    'MarkTimeEntriesBillable MarkExpensesAsBillable',
  Transaction:
    '<IntuitEntity DocNumber TxnDate TxnSubType DepartmentRef CurrencyRef ExchangeRate PrivateNote ' +
    'TxnStatus LinkedTxn: Line: TxnTaxDetail: TxnSource TaxFormType TaxFormNum TransactionLocationType Tag ' +
    'TxnApprovalInfo: RecurDataRef RecurringInfo: ProjectRef TotalCostAmount HomeTotalCostAmount',
  TransactionDeliveryInfo: 'DeliveryType DeliveryTime DeliveryErrorType',
  Transfer: '<Transaction FromAccountRef ToAccountRef Amount ClassRef TransferEx',
  TxnApprovalInfo: 'ApprovalStatus ApprovalStatusDetail LastChangedByUser LastChangedDate',
  TxnRetainageDetail: 'RetainageAmount RetainageOpenBalance',
  TxnTaxDetail: 'DefaultTaxCodeRef TxnTaxCodeRef TotalTax TaxReviewStatus TaxLine:Line UseAutomatedSalesTax',
  UOMRef: 'Unit UOMSetRef',
  Vendor:
    '<NameBase ContactName AltContactName Notes BillAddr:PhysicalAddress ShipAddr:PhysicalAddress ' +
    'OtherAddr:PhysicalAddress TaxCountry TaxIdentifier TaxIdEffectiveDate BusinessNumber ParentRef ' +
    'VendorTypeRef TermRef PrefillAccountRef Balance BillRate OpenBalanceDate CreditLimit AcctNum ' +
    'Vendor1099 T4AEligible T5018Eligible CurrencyRef TDSEnabled TDSEntityTypeId TDSSectionTypeId ' +
    'TDSOverrideThreshold TaxReportingBasis APAccountRef VendorEx GSTIN GSTRegistrationType IsSubContractor ' +
    'SubcontractorType CISRate HasTPAR VendorPaymentBankDetail:VendorBankAccountDetail Source CostRate ' +
    'AgencyVerificationStatus AgencyVerificationStatusMsg AgencyVerificationTSUTC CompanyRegistrationNumber',
  VendorAndPurchasesPrefs:
    'EnableBills TrackingByCustomer BillableExpenseTracking DefaultTerms DefaultMarkup DefaultMarkupAccount ' +
    'AutomaticBillPayment TPAREnabled POCustomField:CustomFieldDefinition MsgToVendors UsingInventory ' +
    'UsingMultiLocationInventory DaysBillsAreDue DiscountAccountRef',
  VendorBankAccountDetail: 'BankBranchIdentifier BankAccountNumber BankAccountName StatementText',
  VendorCredit: '<PurchaseByVendor VendorAddr:PhysicalAddress VendorCreditEx Balance IncludeInAnnualTPAR',
  WebSiteAddress: 'Id URI Default Tag',
};

/** A field of a type; `type` where it is an object that the schema looks into. */
export type SchemaField = { readonly name: string; readonly type: string | undefined };

/** The fields of a type, inherited ones first. @throws Error when the schema has no such type */
export function schemaFields(type: string): readonly SchemaField[] {
  const text = types[type];
  if (text === undefined) throw new Error(`The schema has no type ${type}.`);
  return text.split(' ').flatMap((word): readonly SchemaField[] => {
    if (word.startsWith('<')) return schemaFields(word.slice(1));
    const [name = '', inner] = word.split(':');
    return [{ name, type: inner === '' ? name : inner }];
  });
}
