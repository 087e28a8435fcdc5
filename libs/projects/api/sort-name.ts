/** Text without case and accents, for sorting and search. */
export const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** "last, first" as mobilities are sorted and searched by. */
export const sortNameOf = (person: { firstName: string; lastName: string }): string =>
  fold(`${person.lastName}, ${person.firstName}`);
