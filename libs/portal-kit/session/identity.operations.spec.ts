import fs from 'node:fs';
import path from 'node:path';
import { AUDIENCES } from '@softmob/access';
import { buildSchema, type DocumentNode, validate } from 'graphql';
import * as operations from './identity.operations';

const VIEWS = path.resolve(__dirname, '../../../apps/api/contract/views');
const viewOf = (audience: string) => buildSchema(fs.readFileSync(path.join(VIEWS, `${audience}.graphql`), 'utf8'));
const faults = (audience: string, document: DocumentNode) =>
  validate(viewOf(audience), document).map(({ message }) => message);

/** Asked before anybody is signed in. */
const entering: [string, DocumentNode][] = [
  ['Viewer', operations.ViewerDocument],
  ['SignIn', operations.SignInDocument],
  ['Invitation', operations.InvitationDocument],
  ['AcceptInvitation', operations.AcceptInvitationDocument],
  ['RequestPasswordReset', operations.RequestPasswordResetDocument],
  ['EnterSeat', operations.EnterSeatDocument],
];
/** Asked by whoever is signed in. */
const inside: [string, DocumentNode][] = [
  ['Viewer', operations.ViewerDocument],
  ['SignOut', operations.SignOutDocument],
  ['ChooseLocale', operations.ChooseLocaleDocument],
];

describe('what the kit asks of the API', () => {
  test.each(entering)('%s exists for whoever is not signed in', (_name, document) => {
    expect(faults('public', document)).toEqual([]);
  });

  test.each(AUDIENCES.filter((audience) => audience !== 'public'))('%s may ask who they are, and leave', (audience) => {
    expect(inside.flatMap(([, document]) => faults(audience, document))).toEqual([]);
  });

  test.each(['companyTutor', 'guardian'])('%s may ask for the code that a seat needs to sign', (audience) => {
    expect(faults(audience, operations.RequestSeatCodeDocument)).toEqual([]);
  });
});
