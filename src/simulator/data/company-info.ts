import { type Company } from '../company.ts';
import { entityNamed } from '../entities.ts';
import { UnitOfWork } from '../unit-of-work.ts';
import { type JsonObject } from '../store/json.ts';
import { pacificDate } from '../store/pacific-time.ts';
import { type Blueprint } from './blueprints.ts';

/** Writes the company's own record. There is no create for it in the API, so it does not pass through the operations. */
export function companyInfo(company: Company, blueprint: Blueprint, atSeconds: number): void {
  const { line1, city, state, zip } = blueprint.address;
  const address: JsonObject = {
    Id: '1',
    Line1: line1,
    City: city,
    Country: 'USA',
    CountrySubDivisionCode: state,
    PostalCode: zip,
  };
  const work = new UnitOfWork(company, atSeconds);
  work.create(entityNamed('CompanyInfo'), '1', {
    CompanyName: blueprint.name,
    LegalName: blueprint.legalName,
    CompanyAddr: address,
    CustomerCommunicationAddr: { ...address },
    LegalAddr: { ...address },
    CustomerCommunicationEmailAddr: { Address: blueprint.email },
    PrimaryPhone: { FreeFormNumber: '(555) 555-0100' },
    CompanyStartDate: pacificDate(atSeconds),
    FiscalYearStartMonth: 'January',
    Country: company.profile.country,
    Email: { Address: blueprint.email },
    WebAddr: {},
    SupportedLanguages: 'en',
    DefaultTimeZone: 'America/Los_Angeles',
    NameValue: [
      { Name: 'NeoEnabled', Value: 'true' },
      { Name: 'IndustryType', Value: blueprint.industry },
      { Name: 'SubscriptionStatus', Value: 'PAID' },
      { Name: 'OfferingSku', Value: 'QuickBooks Online Plus' },
      { Name: 'CompanyType', Value: 'Other' },
    ],
  });
  work.commit();
}
