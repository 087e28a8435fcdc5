import { type OutgoingMail } from '@softmob/api-kit';

/** Those to whom e-mails about a learner's documents go: the learner and, of a minor, the guardian. */
export interface Family {
  readonly email: string;
  readonly name: string;
  readonly locale: string;
  readonly guardianEmail: string | null;
  readonly guardianName: string | null;
  readonly guardianLocale: string | null;
}

/** The same e-mail to each of them, in their own language. */
export function mailsToFamily(
  { email, name, locale, guardianEmail, guardianName, guardianLocale }: Family,
  mail: Pick<OutgoingMail, 'template' | 'organisationId' | 'mobilityIds' | 'data'>,
): OutgoingMail[] {
  const to = (recipient: string, recipientName: string, language: string): OutgoingMail => ({
    ...mail,
    recipient,
    recipientName,
    locale: language,
    data: { name: recipientName, learner: name, ...mail.data },
  });
  return [
    to(email, name, locale),
    ...(guardianEmail ? [to(guardianEmail, guardianName ?? guardianEmail, guardianLocale ?? locale)] : []),
  ];
}
