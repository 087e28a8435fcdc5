import { DELIVERIES, isTimeZone, mayBeOff } from '@softmob/messaging-model';
import { MAIL_TOPICS } from '@softmob/api-kit';
import { Field, InputType } from 'type-graphql';
import { z } from 'zod';

@InputType({ description: 'How the e-mails of one topic are to reach the reader.' })
export class MailTopicChoiceInput {
  @Field(() => String, { description: 'The topic.' })
  topic!: string;

  @Field(() => String, { description: 'once, digest or off.' })
  delivery!: string;
}

@InputType({ description: 'How the reader wants to be told by e-mail.' })
export class MailPreferencesInput {
  @Field(() => [MailTopicChoiceInput], { description: 'What is left out stays as it is.' })
  topics!: MailTopicChoiceInput[];

  @Field(() => String, { nullable: true, description: 'HH:MM; null with `quietUntil` null ends quiet hours.' })
  quietFrom!: string | null;

  @Field(() => String, { nullable: true, description: 'HH:MM, on the next morning where it lies before `quietFrom`.' })
  quietUntil!: string | null;

  @Field(() => String, { description: 'IANA name, such as Europe/Rome.' })
  timeZone!: string;
}

/** The topics a person may choose about, in the order in which they are shown. */
export const CHOOSABLE = MAIL_TOPICS.filter((topic) => topic !== 'digest' && topic !== 'security');
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'A time reads HH:MM, from 00:00 to 23:59.' });

const choice = z
  .object({
    topic: z.enum(CHOOSABLE, { error: 'There is no such topic.' }),
    delivery: z.enum(DELIVERIES, { error: 'Choose once, digest or off.' }),
  })
  .refine(({ topic, delivery }) => delivery !== 'off' || mayBeOff(topic), {
    path: ['delivery'],
    params: { code: 'MUST_BE_TOLD' },
    error: 'These e-mails cannot be switched off: somebody waits for you, or a right of yours depends on them.',
  });

export const preferencesSchema = z
  .object({
    topics: z.array(choice).max(CHOOSABLE.length),
    quietFrom: time.nullish().transform((value) => value ?? null),
    quietUntil: time.nullish().transform((value) => value ?? null),
    timeZone: z.string().refine(isTimeZone, {
      params: { code: 'TIME_ZONE_UNKNOWN' },
      error: 'There is no such time zone.',
    }),
  })
  .refine(({ quietFrom, quietUntil }) => (quietFrom === null) === (quietUntil === null), {
    path: ['quietUntil'],
    params: { code: 'QUIET_INCOMPLETE' },
    error: 'Quiet hours need a beginning and an end.',
  })
  .refine(({ quietFrom, quietUntil }) => quietFrom === null || quietFrom !== quietUntil, {
    path: ['quietUntil'],
    params: { code: 'QUIET_EMPTY' },
    error: 'Quiet hours end at another time than they begin.',
  });
