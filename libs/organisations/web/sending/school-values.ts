/** A school and its first coordinator, as they are typed. */
export interface SchoolValues {
  name: string;
  oid: string;
  country: string;
  town: string;
  postcode: string;
  street: string;
  coordinatorName: string;
  coordinatorEmail: string;
  locale: 'en' | 'it';
}

export const NO_SCHOOL: SchoolValues = {
  ...{ name: '', oid: '', country: '', town: '', postcode: '', street: '' },
  ...{ coordinatorName: '', coordinatorEmail: '', locale: 'it' },
};

/** The states whose schools may send under the programme: EU members and associated countries (ISO 3166-1 alpha-2). */
export const SENDING_COUNTRIES =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MK MT NL NO PL PT RO RS SE SI SK TR'.split(' ');

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const OID = /^E\d{8}$/;

/** The fields that must be mended, each with the key of the message that says how. */
export function faultsOf(values: SchoolValues): Record<string, string> {
  const { name, oid, country, town, coordinatorName, coordinatorEmail } = values;
  const checks: [boolean, keyof SchoolValues][] = [
    [name.trim().length < 2, 'name'],
    [oid.trim() !== '' && !OID.test(oid.trim().toUpperCase()), 'oid'],
    [!country, 'country'],
    [!town.trim(), 'town'],
    [coordinatorName.trim().length < 2, 'coordinatorName'],
    [!EMAIL.test(coordinatorEmail.trim()), 'coordinatorEmail'],
  ];
  return Object.fromEntries(checks.flatMap(([wrong, field]) => (wrong ? [[field, field]] : [])));
}

/** What is sent: what was left empty is left out. */
export function inputOf(values: SchoolValues) {
  const { name, oid, country, town, postcode, street, coordinatorName, coordinatorEmail, locale } = values;
  return {
    ...{ name: name.trim(), country, town: town.trim(), locale },
    oid: oid.trim().toUpperCase() || null,
    postcode: postcode.trim() || null,
    street: street.trim() || null,
    coordinatorName: coordinatorName.trim(),
    coordinatorEmail: coordinatorEmail.trim(),
  };
}
