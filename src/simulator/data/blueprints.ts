/** What makes one made-up company different from another. */
export type Blueprint = {
  readonly key: string;
  readonly name: string;
  readonly legalName: string;
  readonly email: string;
  readonly address: {
    readonly line1: string;
    readonly city: string;
    readonly state: string;
    readonly zip: string;
  };
  readonly industry: string;
  readonly salesTaxPercent: string;
  readonly customFields: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly services: readonly (readonly [name: string, description: string, price: string])[];
  readonly products: readonly (readonly [name: string, description: string, price: string, sku: string])[];
  readonly memos: readonly string[];
};

export const blueprints: readonly Blueprint[] = [
  {
    key: 'landscaping',
    name: 'Cedar Ridge Landscaping',
    legalName: 'Cedar Ridge Landscaping LLC',
    email: 'office@cedar-ridge.example',
    address: { line1: '1420 Orchard Lane', city: 'San Pablo', state: 'CA', zip: '94806' },
    industry: 'Landscaping Services',
    salesTaxPercent: '8.25',
    customFields: [{ name: 'Crew #', values: ['101', '102', '103', '104', '108', '112'] }],
    services: [
      ['Design', 'Custom garden design', '75'],
      ['Gardening', 'Weekly gardening service', '52.50'],
      ['Hours', 'Labor by the hour', '65'],
      ['Installation', 'Installation of landscape design', '50'],
      ['Lighting', 'Garden lighting set-up', '85'],
      ['Maintenance & Repair', 'Maintenance and repair', '48.75'],
      ['Pest Control', 'Pest control services', '35'],
      ['Trimming', 'Tree and shrub trimming', '35.25'],
      ['Concrete', 'Concrete for fountain installation', '122.3333333'],
    ],
    products: [
      ['Rock Fountain', 'Rock fountain, grey granite', '275', 'RF-001'],
      ['Pump', 'Fountain pump', '15', 'P461-17'],
      ['Sprinkler Heads', 'Sprinkler heads, brass', '2.25', 'S8868-56'],
      ['Sprinkler Pipes', 'Sprinkler pipes, by the foot', '0.5306667', 'S8868-57'],
      ['Soil', '2 cubic ft. bag', '10.4', 'SO-2'],
      ['Sod', 'Sod, by the square foot', '0.6499999', 'SD-1'],
      ['Rocks', 'Garden rocks, by the cubic yard', '22.5', 'RK-9'],
    ],
    memos: [
      'Thank you for your business and have a great day!',
      'We appreciate your trust.',
      'Enjoy your garden.',
    ],
  },
  {
    key: 'generators',
    name: 'Northline Generator Service',
    legalName: 'Northline Generator Service, Inc.',
    email: 'billing@northline-generator.example',
    address: { line1: '8800 Industrial Parkway', city: 'Round Rock', state: 'TX', zip: '78664' },
    industry: 'Electrical and Power Equipment Repair',
    salesTaxPercent: '6.25',
    customFields: [
      {
        name: 'Generator Model',
        values: ['NL-20RC', 'NL-38RC', 'QT-06024', 'QT-10068', 'RG-04854', 'C50-N6', 'DSG-0150'],
      },
      { name: 'Engine Model', values: ['V2-999', 'L4-2.4G', 'V8-5.0N', 'D4-3.3T', 'QSB5-G13', 'D6-6.7'] },
    ],
    services: [
      ['Annual Service', 'Annual inspection, oil and filters', '389'],
      ['Semi-annual Service', 'Half-year inspection', '214.50'],
      ['Emergency Call', 'Call-out within four hours', '275'],
      ['Labor', 'Technician, by the hour', '128.75'],
      ['Load Bank Test', 'Two-hour load bank test', '640'],
      ['Travel', 'Travel, by the mile', '0.6550001'],
      ['Remote Monitoring', 'Remote monitoring, monthly', '29.95'],
    ],
    products: [
      ['Oil Filter', 'Spin-on oil filter', '18.4', 'OF-070185'],
      ['Air Filter', 'Panel air filter', '41.25', 'AF-0G5894'],
      ['Spark Plug', 'Spark plug, resistor type', '7.8333333', 'SP-0F7852'],
      ['Battery Group 26R', 'Starting battery', '139.99', 'BT-26R'],
      ['Transfer Switch 200A', 'Automatic transfer switch, service rated', '1129', 'TS-200SE'],
      ['Coolant', 'Extended life coolant, by the gallon', '24.5', 'CL-EL'],
      ['Diesel', 'Diesel fuel, by the gallon', '3.9890001', 'FU-DSL'],
    ],
    memos: [
      'Next service is due in six months.',
      'Exercise the unit weekly under load.',
      'Thank you for relying on us.',
    ],
  },
];

export const givenNames = [
  'Amy',
  'Bill',
  'Carla',
  'Diego',
  'Dylan',
  'Elena',
  'Freeman',
  'Geeta',
  'Hana',
  'Ivan',
  'Jeff',
  'José',
  'Kate',
  'Kathy',
  'Lauren',
  'Mark',
  'Nadia',
  'Oskar',
  'Peter',
  'Rondonuwu',
  'Shara',
  'Sonnenschein',
  'Tomás',
  'Travis',
  'Wendy',
  'Zoë',
] as const;

export const familyNames = [
  'Adler',
  'Barnett',
  'Chin',
  'Cho',
  'Dukes',
  "D'Angelo",
  'Ferreira',
  'Gevelber',
  'Hutchinson',
  'Jaramillo',
  'Kalinsky',
  'Kookies',
  'Lew',
  'Lou',
  'Melton',
  'Núñez',
  "O'Brien",
  'Paulsen',
  'Red',
  'Sollfrank',
  'Szymański',
  'Tessmer',
  'Waldron',
  'Weiskopf',
  'Whitehead',
  'Yoshida',
] as const;

export const businessWords = [
  'Bird Sanctuary',
  'Windsurf Shop',
  'Basketball Camp',
  'Fruit & Vegi',
  'Sporting Goods',
  'Medical Supplies',
  'Video Games',
  'Flower Shop',
  'Bakery',
  'Consulting',
  'Dental',
  'Logistics',
  'Cold Storage',
  'Data Center',
  'Water District',
  'Clinic',
  'Elementary School',
  'Farms',
  'Properties',
  'Brewery',
] as const;

export const streets = [
  'Finch St.',
  'Easy St.',
  'Court St.',
  'Main St.',
  'Boise Ave',
  'Hilltop Rd',
  'Mission Blvd',
  'Elm Dr',
] as const;

export const towns = [
  ['Bayshore', 'CA', '94326'],
  ['Middlefield', 'CA', '94303'],
  ['Tucson', 'AZ', '85719'],
  ['Austin', 'TX', '78701'],
  ['Round Rock', 'TX', '78664'],
  ['Half Moon Bay', 'CA', '94213'],
  ['Monlo Park', 'CA', '94215'],
] as const;

/** Text that breaks careless code: other scripts, signs outside the basic plane, marks, quotes, JSON's own escapes. */
export const awkwardTexts = [
  '株式会社青空 様 — 現場確認済み',
  'Größe geprüft · naïve façade · Łódź',
  'سلام دنيا',
  '🌲🌳 crew left the gate open 👩🏽‍🌾',
  'Line one\nLine two\tTabbed "quoted" back\\slash',
  "It's 100% done; DROP TABLE invoices; --",
  'e\u0301 decomposed, \u00e9 composed',
] as const;

/** Name, type and sub type of the accounts every company starts with. */
export const chartOfAccounts: readonly (readonly [
  name: string,
  type: string,
  subType: string,
  parent?: string,
])[] = [
  ['Checking', 'Bank', 'Checking'],
  ['Savings', 'Bank', 'Savings'],
  ['Accounts Receivable (A/R)', 'Accounts Receivable', 'AccountsReceivable'],
  ['Undeposited Funds', 'Other Current Asset', 'UndepositedFunds'],
  ['Inventory Asset', 'Other Current Asset', 'Inventory'],
  ['Prepaid Expenses', 'Other Current Asset', 'PrepaidExpenses'],
  ['Truck', 'Fixed Asset', 'Vehicles'],
  ['Original Cost', 'Fixed Asset', 'Vehicles', 'Truck'],
  ['Depreciation', 'Fixed Asset', 'AccumulatedDepreciation', 'Truck'],
  ['Accounts Payable (A/P)', 'Accounts Payable', 'AccountsPayable'],
  ['Mastercard', 'Credit Card', 'CreditCard'],
  ['Sales Tax Payable', 'Other Current Liability', 'GlobalTaxPayable'],
  ['Notes Payable', 'Long Term Liability', 'OtherLongTermLiabilities'],
  ['Opening Balance Equity', 'Equity', 'OpeningBalanceEquity'],
  ['Retained Earnings', 'Equity', 'RetainedEarnings'],
  ['Services', 'Income', 'ServiceFeeIncome'],
  ['Sales of Product Income', 'Income', 'SalesOfProductIncome'],
  ['Discounts given', 'Income', 'DiscountsRefundsGiven'],
  ['Cost of Goods Sold', 'Cost of Goods Sold', 'SuppliesMaterialsCogs'],
  ['Job Expenses', 'Expense', 'CostOfLabor'],
  ['Equipment Rental', 'Expense', 'EquipmentRental', 'Job Expenses'],
  ['Utilities', 'Expense', 'Utilities'],
];
