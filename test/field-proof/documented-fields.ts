/*
 * Every field QuickBooks documents, written down once more for the proof, apart from the catalogue: whoever changes
 * one of the two must change the other. `name:letter`, groups in parentheses, lists with [].
 * s text, n decimal, i whole number, b boolean, d date, t instant, c wall clock, r reference, R reference with type,
 * a address, e e-mail, p telephone, w web site, m memo, j a structure kept whole; @x stands for a group of `shared`.
 * @see Finance.xsd, IntuitNamesTypes.xsd, IntuitBaseTypes.xsd (July 2026)
 */

const shared: Readonly<Record<string, string>> = {
  txn:
    'DocNumber:s TxnDate:d TxnSubType:s DepartmentRef:r CurrencyRef:r ExchangeRate:n ' +
    'PrivateNote:s TxnStatus:s TxnSource:s TaxFormType:s TaxFormNum:s TransactionLocationType:s ' +
    'Tag:j TxnApprovalInfo(ApprovalStatus:s ApprovalStatusDetail:s LastChangedByUser:s ' +
    'LastChangedDate:t) RecurDataRef:r ProjectRef:r TotalCostAmount:n HomeTotalCostAmount:n ' +
    'CustomExtensions:j',
  tax:
    'TxnTaxDetail(DefaultTaxCodeRef:r TxnTaxCodeRef:r TotalTax:n TaxReviewStatus:s ' +
    'UseAutomatedSalesTax:b)',
  sales:
    'AutoDocNumber:b CustomerRef:r CustomerMemo:m BillAddr:a ShipAddr:a FreeFormAddress:b ' +
    'ShipFromAddr:a RemitToRef:r ClassRef:r SalesTermRef:r DueDate:d SalesRepRef:r PONumber:s ' +
    'FOB:s ShipMethodRef:r ShipDate:d TrackingNum:s GlobalTaxCalculation:s TotalAmt:n ' +
    'HomeTotalAmt:n ApplyTaxAfterDiscount:b ShippingTaxIncludedInTotalTax:b TemplateRef:r ' +
    'PrintStatus:s EmailStatus:s BillEmail:e BillEmailCc:e BillEmailBcc:e ARAccountRef:r ' +
    'Balance:n HomeBalance:n FinanceCharge:b PaymentMethodRef:r PaymentRefNum:s PaymentType:s ' +
    'DepositToAccountRef:r DeliveryInfo(DeliveryType:s DeliveryTime:s DeliveryErrorType:s) ' +
    'DiscountRate:n DiscountAmt:n GovtTxnRefIdentifier:s TaxExemptionRef:r',
  card:
    'CheckPayment(CheckNum:s Status:s NameOnAcct:s AcctNum:s BankName:s) ' +
    'CreditCardPayment(CreditChargeInfo(Number:s Type:s NameOnAcct:s CcExpiryMonth:i ' +
    'CcExpiryYear:i BillAddrStreet:s PostalCode:s CommercialCardCode:s CCTxnMode:s CCTxnType:s ' +
    'PrevCCTransId:s Amount:n ProcessPayment:b) CreditChargeResponse(CCProcessor:s CCTransId:s ' +
    'Status:s ResultCode:s ResultMsg:s MerchantAcctNum:s CardSecurityCodeMatch:s AuthCode:s ' +
    'AvsStreet:s AvsZip:s SecurityCode:s ReconBatchId:s PaymentGroupingCode:s ' +
    'TxnAuthorizationTime:t TxnAuthorizationStamp:s ClientTransID:s))',
  vendor: 'VendorRef:r APAccountRef:r TotalAmt:n BillEmail:e ReplyEmail:e Memo:s GlobalTaxCalculation:s',
  name:
    'Organization:b Title:s GivenName:s MiddleName:s FamilyName:s Suffix:s FullyQualifiedName:s ' +
    'CompanyName:s DisplayName:s PrintOnCheckName:s Active:b V4IDPseudonym:s PrimaryPhone:p ' +
    'AlternatePhone:p Mobile:p Fax:p PrimaryEmailAddr:e WebAddr:w OtherContactInfo:j',
};

const fields: Readonly<Record<string, string>> = {
  Account:
    'Name:s SubAccount:b ParentRef:r Description:s FullyQualifiedName:s AccountAlias:s ' +
    'TxnLocationType:s Active:b Classification:s AccountType:s AccountSubType:s AccountPurposes:j ' +
    'AcctNum:s AcctNumExtn:s BankNum:s OpeningBalance:n OpeningBalanceDate:d CurrentBalance:n ' +
    'CurrentBalanceWithSubAccounts:n CurrencyRef:r TaxAccount:b TaxCodeRef:r ' +
    'OnlineBankingEnabled:b FIName:s JournalCodeRef:r',
  Attachable:
    'FileName:s FileAccessUri:s TempDownloadUri:s Size:i ContentType:s Category:s Lat:s Long:s ' +
    'PlaceName:s Note:s Tag:s ThumbnailFileAccessUri:s ThumbnailTempDownloadUri:s documentId:s ' +
    'AttachableRef[](EntityRef:R LineInfo:s IncludeOnSend:b NoRefOnly:b Inactive:b CustomField:j)',
  Bill:
    'HomeTotalAmt:n @txn @tax @vendor PayerRef:r SalesTermRef:r DueDate:d RemitToAddr:a ShipAddr:a VendorAddr:a ' +
    'Balance:n HomeBalance:n LessCIS:n IncludeInAnnualTPAR:b',
  BillPayment:
    'HomeTotalAmt:n GlobalTaxCalculation:s ProcessBillPayment:b TotalDiscountAmt:n @txn @tax VendorRef:r VendorAddr:a APAccountRef:r PayType:s CheckPayment(BankAccountRef:r ' +
    'PrintStatus:s CheckDetail(CheckNum:s Status:s NameOnAcct:s AcctNum:s BankName:s) ' +
    'PayeeAddr:a) CreditCardPayment(CCAccountRef:r CCDetail:j) TotalAmt:n',
  Budget:
    'Name:s StartDate:d EndDate:d BudgetType:s BudgetEntryType:s Active:b ' +
    'BudgetDetail[](BudgetDate:d Amount:n AccountRef:r CustomerRef:r ClassRef:r DepartmentRef:r ' +
    'CustomExtensions:j)',
  Class: 'Level:i Name:s SubClass:b ParentRef:r FullyQualifiedName:s Active:b',
  CompanyCurrency: 'Code:s Name:s Active:b',
  CompanyInfo:
    'TaxForm:s CompanyName:s LegalName:s CompanyAddr:a CustomerCommunicationAddr:a LegalAddr:a ' +
    'CompanyEmailAddr:e CustomerCommunicationEmailAddr:e CompanyURL:w PrimaryPhone:p ' +
    'OtherContactInfo:j CompanyStartDate:d EmployerId:s FiscalYearStartMonth:s ' +
    'TaxYearStartMonth:s QBVersion:s Country:s ShipAddr:a OtherAddr:j Mobile:p Fax:p Email:e ' +
    'WebAddr:w LastImportedTime:t SupportedLanguages:s DefaultTimeZone:s ' +
    'MultiByteCharsSupported:b NameValue:j FifoCalculationStatus:s',
  CreditCardPayment:
    '@txn CreditCardAccountRef:r BankAccountRef:r Amount:n VendorRef:r CheckNum:s PrintStatus:s ' + 'Memo:s',
  CreditMemo: '@txn @tax @sales @card RemainingCredit:n InvoiceRef:r',
  Customer:
    '@name DefaultTaxCodeRef:r Taxable:b BillAddr:a ShipAddr:a OtherAddr:j ContactName:s ' +
    'AltContactName:s Notes:s Job:b BillWithParent:b RootCustomerRef:r ParentRef:r Level:i ' +
    'CustomerTypeRef:r SalesTermRef:r PaymentMethodRef:r CCDetail:j Balance:n OpenBalanceDate:d ' +
    'BalanceWithJobs:n CreditLimit:n AcctNum:s CurrencyRef:r OverDueBalance:n ' +
    'PreferredDeliveryMethod:s ResaleNum:s JobInfo(Status:s StartDate:d ProjectedEndDate:d ' +
    'EndDate:d Description:s JobTypeRef:r) TDSEnabled:b SecondaryTaxIdentifier:s ARAccountRef:r ' +
    'PrimaryTaxIdentifier:s TaxExemptionReasonId:s IsProject:b BusinessNumber:s GSTIN:s ' +
    'GSTRegistrationType:s IsCISContractor:b ClientCompanyId:s ClientEntityId:s Source:s ' +
    'TaxRegime:s',
  CustomerType: 'Name:s ParentRef:r FullyQualifiedName:s Active:b',
  Department: 'Level:i Name:s SubDepartment:b ParentRef:r FullyQualifiedName:s Active:b Address:a',
  Deposit:
    '@txn @tax DepositToAccountRef:r CashBack(AccountRef:r Amount:n Memo:s) ' +
    'GlobalTaxCalculation:s TotalAmt:n HomeTotalAmt:n',
  Employee:
    '@name EmployeeType:s EmployeeNumber:s SSN:s PrimaryAddr:a OtherAddr:j BillableTime:b ' +
    'BillRate:n BirthDate:d Gender:s HiredDate:d ReleasedDate:d UseTimeEntry:s CostRate:n Notes:s',
  Estimate: '@txn @tax @sales ExpirationDate:d AcceptedBy:s AcceptedDate:d',
  ExchangeRate: 'SourceCurrencyCode:s TargetCurrencyCode:s Rate:n AsOfDate:d',
  InventoryAdjustment:
    'TotalAmt:n HomeTotalAmt:n GlobalTaxCalculation:s @txn @tax ShippingAdjustment:b AdjustAccountRef:r CustomerRef:r',
  Invoice:
    '@txn @tax @sales Deposit:n AllowIPNPayment:b AllowOnlinePayment:b ' +
    'AllowOnlineCreditCardPayment:b AllowOnlineACHPayment:b AllowOnlinePayPalPayment:b ' +
    'AllowOnlineAffirmPayment:b EInvoiceStatus:s ECloudStatusTimeStamp:t CfdiUse:s Exportation:s ' +
    'GlobalInfo(Periodicity:s Month:s Year:s) invoiceStatus:s callToAction:s invoiceStatusLog:j ' +
    'LessCIS:n InvoiceLink:s PaymentDetailsMessage:s ConvenienceFeeDetail(ConvenienceFeeType:s ' +
    'ConvenienceFeePercent:n) EnabledSurchargeInfo:j InvoiceLinkSecurityCode:s ' +
    'InvoiceLinkExpiryDate:d AutoPayEligible:b SchedulePayEligible:b ScheduledPaymentId:s ' +
    'GratuityEnabled:b FinancingProductType:s SubscriptionPaymentsSetting:s ' +
    'TxnRetainageDetail(RetainageAmount:n RetainageOpenBalance:n)',
  Item:
    'Name:s Sku:s Description:s Active:b SubItem:b ParentRef:r Level:i FullyQualifiedName:s ' +
    'Taxable:b SalesTaxIncluded:b PercentBased:b UnitPrice:n RatePercent:n Type:s ' +
    'PaymentMethodRef:r UOMSetRef:r IncomeAccountRef:r PurchaseDesc:s PurchaseTaxIncluded:b ' +
    'PurchaseCost:n ExpenseAccountRef:r COGSAccountRef:r AssetAccountRef:r PrefVendorRef:r ' +
    'AvgCost:n TrackQtyOnHand:b QtyOnHand:n QtyOnPurchaseOrder:n QtyOnSalesOrder:n ReorderPoint:n ' +
    'ManPartNum:s DepositToAccountRef:r SalesTaxCodeRef:r PurchaseTaxCodeRef:r InvStartDate:d ' +
    'BuildPoint:n PrintGroupedItems:b SpecialItem:b SpecialItemType:s ' +
    'ItemGroupDetail(ItemGroupLine[](ItemRef:r Qty:n UOMRef:r)) AbatementRate:n ' +
    'ReverseChargeRate:n ServiceType:s ItemCategoryType:s TaxClassificationRef:r UQCDisplayText:s ' +
    'UQCId:s ClassRef:r Source:s DeferredRevenue:b CustomExtensions:j',
  JournalCode: 'Name:s Type:s Description:s Active:b',
  JournalEntry:
    '@txn @tax Adjustment:b HomeCurrencyAdjustment:b EnteredInHomeCurrency:b ' +
    'GlobalTaxCalculation:s TotalAmt:n HomeTotalAmt:n',
  Payment:
    'HomeTotalAmt:n GlobalTaxCalculation:s @txn @tax @card CustomerRef:r RemitToRef:r ARAccountRef:r DepositToAccountRef:r ' +
    'PaymentMethodRef:r PaymentRefNum:s PaymentType:s TotalAmt:n UnappliedAmt:n ProcessPayment:b ' +
    'PaymentExtendedType:s',
  PaymentMethod: 'Name:s Active:b Type:s',
  Preferences:
    'AccountingInfoPrefs(UseAccountNumbers:b DefaultARAccount:r DefaultAPAccount:r ' +
    'RequiresAccounts:b TrackDepartments:b DepartmentTerminology:s ClassTrackingPerTxn:b ' +
    'ClassTrackingPerTxnLine:b AutoJournalEntryNumber:b FirstMonthOfFiscalYear:s TaxYearMonth:s ' +
    'TaxForm:s BookCloseDate:d OtherContactInfo:j CustomerTerminology:s) AdvancedInventoryPrefs:j ' +
    'ProductAndServicesPrefs(ForSales:b ForPurchase:b InventoryAndPurchaseOrder:b ' +
    'QuantityWithPriceAndRate:b QuantityOnHand:b UOM:s RevenueRecognition:b ' +
    'RevenueRecognitionFrequency:s) SalesFormsPrefs(CustomField:j UsingProgressInvoicing:b ' +
    'CustomTxnNumbers:b DelayedCharges:b SalesEmailCc:e SalesEmailBcc:e EmailCopyToCompany:b ' +
    'AllowDeposit:b AllowDiscount:b DefaultDiscountAccount:s AllowEstimates:b EstimateMessage:s ' +
    'ETransactionEnabledStatus:s ETransactionAttachPDF:b ETransactionPaymentEnabled:b ' +
    'IPNSupportEnabled:b InvoiceMessage:s AllowServiceDate:b AllowShipping:b ' +
    'DefaultShippingAccount:s DefaultItem:r DefaultTerms:r DefaultDeliveryMethod:s ' +
    'AutoApplyCredit:b AutoApplyPayments:b PrintItemWithZeroAmount:b DefaultShipMethodRef:r ' +
    'DefaultMarkup:n TrackReimbursableExpensesAsIncome:b UsingSalesOrders:b UsingPriceLevels:b ' +
    'DefaultFOB:s DefaultCustomerMessage:s) EmailMessagesPrefs(NameValue:j ' +
    'InvoiceMessage(Subject:s Message:s) EstimateMessage(Subject:s Message:s) ' +
    'SalesReceiptMessage(Subject:s Message:s) StatementMessage(Subject:s Message:s)) ' +
    'PrintDocumentPrefs(NameValue:j) VendorAndPurchasesPrefs(EnableBills:b TrackingByCustomer:b ' +
    'BillableExpenseTracking:b DefaultTerms:r DefaultMarkup:n DefaultMarkupAccount:r ' +
    'AutomaticBillPayment:b TPAREnabled:b POCustomField:j MsgToVendors:s UsingInventory:b ' +
    'UsingMultiLocationInventory:b DaysBillsAreDue:s DiscountAccountRef:r) ' +
    'TimeTrackingPrefs(UseServices:b DefaultTimeItem:r BillCustomers:b ShowBillRateToAll:b ' +
    'WorkWeekStartDate:s TimeTrackingEnabled:b MarkTimeEntriesBillable:b ' +
    'MarkExpensesAsBillable:b) TaxPrefs(UsingSalesTax:b PartnerTaxEnabled:b HideTaxManagement:b ' +
    'TaxGroupCodeRef:r TaxRateRef:r PaySalesTax:s NonTaxableSalesTaxCodeRef:r ' +
    'TaxableSalesTaxCodeRef:r) FinanceChargesPrefs(AnnualInterestRate:n MinFinChrg:n ' +
    'GracePeriod:s CalcFinChrgFromTxnDate:b AssessFinChrgForOverdueCharges:b FinChrgAccountRef:r) ' +
    'CurrencyPrefs(MultiCurrencyEnabled:b HomeCurrency:r) ReportPrefs(ReportBasis:s ' +
    'CalcAgingReportFromTxnDate:b) OtherPrefs(NameValue:j)',
  Purchase:
    'HomeTotalAmt:n @txn @tax @card AccountRef:r PaymentMethodRef:r PaymentRefNum:s PaymentType:s EntityRef:R ' +
    'Credit:b RemitToAddr:a TotalAmt:n Memo:s PrintStatus:s GlobalTaxCalculation:s LessCIS:n ' +
    'IncludeInAnnualTPAR:b',
  PurchaseOrder:
    'HomeTotalAmt:n @txn @tax @vendor TaxCodeRef:r ClassRef:r ReimbursableInfoRef:r SalesTermRef:r DueDate:d ' +
    'ExpectedDate:d VendorAddr:a ShipTo:r DropShipToEntity:r InventorySiteRef:r ShipAddr:a ' +
    'ShipMethodRef:r FOB:s POEmail:e TemplateRef:r PrintStatus:s EmailStatus:s ManuallyClosed:b ' +
    'POStatus:s',
  // Beside what is made from it.
  RecurringTransaction:
    'RecurringInfo(Name:s RecurType:s Active:b ScheduleInfo(IntervalType:s NumInterval:i DayOfMonth:i ' +
    'DayOfWeek:s WeekOfMonth:i MonthOfYear:s RemindDays:i DaysBefore:i MaxOccurrences:i StartDate:d ' +
    'EndDate:d NextDate:d PreviousDate:d))',
  RefundReceipt: '@txn @tax @sales @card RemainingCredit:n',
  ReimburseCharge:
    'TotalAmt:n GlobalTaxCalculation:s @txn @tax CustomerRef:r HasBeenInvoiced:b Amount:n HomeTotalAmt:n',
  SalesReceipt: '@txn @tax @sales @card LessCIS:n',
  TaxAgency:
    'Active:b DisplayName:s SalesTaxCodeRef:r SalesTaxCountry:s SalesTaxReturnRef:r ' +
    'TaxRegistrationNumber:s ReportingPeriod:s TaxTrackedOnPurchases:b TaxOnPurchasesAccountRef:r ' +
    'TaxTrackedOnSales:b TaxTrackedOnSalesAccountRef:r TaxOnTax:b LastFileDate:d ' +
    'TaxAgencyConfig:s',
  TaxCode:
    'Name:s Description:s Active:b Hidden:b Taxable:b TaxGroup:b ' +
    'SalesTaxRateList(TaxRateDetail[](TaxRateRef:r TaxTypeApplicable:s TaxOrder:i ' +
    'TaxOnTaxOrder:i)) PurchaseTaxRateList(TaxRateDetail[](TaxRateRef:r TaxTypeApplicable:s ' +
    'TaxOrder:i TaxOnTaxOrder:i)) AdjustmentTaxRateList(TaxRateDetail[](TaxRateRef:r ' +
    'TaxTypeApplicable:s TaxOrder:i TaxOnTaxOrder:i)) TaxCodeConfigType:s',
  TaxPayment: 'PaymentDate:d PaymentAccountRef:r PaymentAmount:n Description:s Refund:b',
  TaxRate:
    'Name:s Description:s Active:b RateValue:n AgencyRef:r TaxReturnLineRef:r ' +
    'EffectiveTaxRate[](RateValue:n EffectiveDate:t EndDate:t) SpecialTaxType:s DisplayType:s ' +
    'OriginalTaxRate:r',
  Term:
    'Name:s Active:b Type:s DiscountPercent:n DueDays:i DiscountDays:i DayOfMonthDue:i ' +
    'DueNextMonthDays:i DiscountDayOfMonth:i',
  TimeActivity:
    'TransactionLocationType:s TimeZone:s TxnDate:d NameOf:s EmployeeRef:r VendorRef:r OtherNameRef:r CustomerRef:r ' +
    'DepartmentRef:r ItemRef:r ClassRef:r PayrollItemRef:r ProjectRef:r TimeChargeId:s ' +
    'BillableStatus:s Taxable:b HourlyRate:n CostRate:n Hours:i Minutes:i Seconds:i BreakHours:i ' +
    'BreakMinutes:i BreakSeconds:i StartTime:c EndTime:c Description:s HoursInEmployeeTimeZone:b',
  Transfer: '@txn FromAccountRef:r ToAccountRef:r Amount:n ClassRef:r',
  Vendor:
    '@name DefaultTaxCodeRef:r ContactName:s AltContactName:s Notes:s BillAddr:a ShipAddr:a ' +
    'OtherAddr:j TaxCountry:s TaxIdentifier:s TaxIdEffectiveDate:d BusinessNumber:s ParentRef:r ' +
    'VendorTypeRef:r TermRef:r PrefillAccountRef:r Balance:n BillRate:n OpenBalanceDate:d ' +
    'CreditLimit:n AcctNum:s Vendor1099:b T4AEligible:b T5018Eligible:b CurrencyRef:r ' +
    'TDSEnabled:b TDSEntityTypeId:s TDSSectionTypeId:s TDSOverrideThreshold:b TaxReportingBasis:s ' +
    'APAccountRef:r GSTIN:s GSTRegistrationType:s IsSubContractor:b SubcontractorType:s CISRate:s ' +
    'HasTPAR:b VendorPaymentBankDetail(BankBranchIdentifier:s BankAccountNumber:s ' +
    'BankAccountName:s StatementText:s) Source:s CostRate:n AgencyVerificationStatus:s ' +
    'AgencyVerificationStatusMsg:s AgencyVerificationTSUTC:s CompanyRegistrationNumber:s',
  VendorCredit: 'HomeTotalAmt:n HomeBalance:n @txn @tax @vendor VendorAddr:a Balance:n IncludeInAnnualTPAR:b',
};

/** What stands under each kind of line. */
export const lineKinds: Readonly<Record<string, string>> = {
  SalesItemLineDetail:
    'ItemRef:r ClassRef:r UnitPrice:n UnitCostPrice:n RatePercent:n PriceLevelRef:r ' +
    'MarkupInfo(PercentBased:b Value:n Percent:n PriceLevelRef:r MarkUpIncomeAccountRef:r) Qty:n ' +
    'UOMRef:r ItemAccountRef:r InventorySiteRef:r TaxCodeRef:r TaxClassificationRef:r ' +
    'ServiceDate:d TaxInclusiveAmt:n DiscountRate:n DiscountAmt:n DeferredRevenue:b ' +
    'RetainageAmount:n',
  GroupLineDetail: 'GroupItemRef:r Quantity:n UOMRef:r ServiceDate:d',
  DiscountLineDetail:
    'DiscountRef:r PercentBased:b DiscountPercent:n DiscountAccountRef:r ClassRef:r TaxCodeRef:r ServiceDate:d',
  SubTotalLineDetail: 'ItemRef:r ServiceDate:d',
  DescriptionLineDetail: 'ServiceDate:d TaxCodeRef:r',
  ItemBasedExpenseLineDetail:
    'ItemRef:r ClassRef:r UnitPrice:n UnitCostPrice:n RatePercent:n PriceLevelRef:r ' +
    'MarkupInfo(PercentBased:b Value:n Percent:n PriceLevelRef:r MarkUpIncomeAccountRef:r) Qty:n ' +
    'UOMRef:r ItemAccountRef:r InventorySiteRef:r TaxCodeRef:r TaxClassificationRef:r ' +
    'CustomerRef:r BillableStatus:s TaxInclusiveAmt:n',
  AccountBasedExpenseLineDetail:
    'CustomerRef:r ClassRef:r AccountRef:r BillableStatus:s MarkupInfo(PercentBased:b Value:n ' +
    'Percent:n PriceLevelRef:r MarkUpIncomeAccountRef:r) TaxAmount:n TaxCodeRef:r ' +
    'TaxInclusiveAmt:n',
  JournalEntryLineDetail:
    'PostingType:s Entity(Type:s EntityRef:r) AccountRef:r ClassRef:r DepartmentRef:r ' +
    'TaxCodeRef:r TaxRateRef:r TaxApplicableOn:s TaxAmount:n TaxInclusiveAmt:n BillableStatus:s ' +
    'JournalCodeRef:r',
  DepositLineDetail:
    'Entity:R ClassRef:r AccountRef:r PaymentMethodRef:r CheckNum:s TxnType:s TaxCodeRef:r ' +
    'TaxApplicableOn:s',
  PaymentLineDetail:
    'ItemRef:r ServiceDate:d ClassRef:r Balance:n HomeBalance:n Discount(DiscountRef:r ' +
    'PercentBased:b DiscountPercent:n DiscountAccountRef:r)',
  ReimburseLineDetail:
    'ItemRef:r ClassRef:r UnitPrice:n UnitCostPrice:n RatePercent:n PriceLevelRef:r ' +
    'MarkupInfo(PercentBased:b Value:n Percent:n PriceLevelRef:r MarkUpIncomeAccountRef:r) Qty:n ' +
    'UOMRef:r ItemAccountRef:r InventorySiteRef:r TaxCodeRef:r TaxClassificationRef:r',
  ItemAdjustmentLineDetail: 'ItemRef:r SalesPrice:n QtyDiff:n NewQty:n ClassRef:r',
  TDSLineDetail: 'TDSAccountRef:r TDSSectionTypeId:s',
  PurchaseOrderItemLineDetail:
    'DiscountRate:n DiscountAmt:n DeferredRevenue:b RetainageAmount:n ItemRef:r ClassRef:r UnitPrice:n UnitCostPrice:n RatePercent:n PriceLevelRef:r ' +
    'MarkupInfo(PercentBased:b Value:n Percent:n PriceLevelRef:r MarkUpIncomeAccountRef:r) Qty:n ' +
    'UOMRef:r ItemAccountRef:r InventorySiteRef:r TaxCodeRef:r TaxClassificationRef:r ' +
    'ServiceDate:d TaxInclusiveAmt:n ManPartNum:s ManuallyClosed:b OpenQty:n',
};

const sales =
  'SalesItemLineDetail GroupLineDetail DiscountLineDetail SubTotalLineDetail ' + 'DescriptionLineDetail';
const purchases =
  'ItemBasedExpenseLineDetail AccountBasedExpenseLineDetail GroupLineDetail DescriptionLineDetail ' +
  'TDSLineDetail';
const linesOf: Readonly<Record<string, string>> = {
  Invoice: sales,
  Estimate: sales,
  CreditMemo: sales,
  SalesReceipt: sales,
  RefundReceipt: sales,
  Bill: purchases,
  VendorCredit: purchases,
  Purchase: purchases,
  PurchaseOrder: `${purchases} PurchaseOrderItemLineDetail`,
  JournalEntry: 'JournalEntryLineDetail DescriptionLineDetail',
  Deposit: 'DepositLineDetail',
  Payment: 'PaymentLineDetail',
  BillPayment: 'PaymentLineDetail',
  ReimburseCharge: 'ReimburseLineDetail',
  InventoryAdjustment: 'ItemAdjustmentLineDetail',
  RecurringTransaction: `${sales} ItemBasedExpenseLineDetail AccountBasedExpenseLineDetail TDSLineDetail PurchaseOrderItemLineDetail JournalEntryLineDetail DepositLineDetail`,
};

const withLinks =
  'Bill BillPayment CreditCardPayment CreditMemo Deposit Estimate InventoryAdjustment Invoice JournalEntry Payment Purchase PurchaseOrder ' +
  'RecurringTransaction RefundReceipt ReimburseCharge SalesReceipt TimeActivity Transfer VendorCredit';
const withCustomFields =
  'Bill CreditMemo Customer Estimate Invoice Item Payment Purchase PurchaseOrder RecurringTransaction RefundReceipt ' +
  'SalesReceipt Vendor VendorCredit';

/** The transactions that can be made from a template, which is all that one of them has. (facts#recurring-types) */
export const madeFromTemplates =
  'Bill CreditMemo Deposit Estimate Invoice JournalEntry Purchase PurchaseOrder RefundReceipt SalesReceipt Transfer VendorCredit'.split(
    ' ',
  );

const fieldsOf = (name: string): string =>
  name === 'RecurringTransaction'
    ? [...madeFromTemplates, name].map((one) => fields[one]).join(' ')
    : (fields[name] ?? '');

export type Documented = {
  readonly name: string;
  readonly fields: string;
  readonly lines: readonly string[];
  readonly links: boolean;
  readonly customFields: boolean;
  readonly taxLines: boolean;
};

/** Every entity with what its records may hold. */
export const documented: readonly Documented[] = Object.keys(fields).map((name) => ({
  name,
  fields: fieldsOf(name).replaceAll(/@(\w+)/g, (_, macro: string) => shared[macro] ?? ''),
  lines: linesOf[name]?.split(' ') ?? [],
  links: withLinks.split(' ').includes(name),
  customFields: withCustomFields.split(' ').includes(name),
  taxLines: fieldsOf(name).includes('@tax'),
}));
