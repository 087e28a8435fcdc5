import { policy } from '@softmob/access';
import { Access, connectionOf, Moment, Type } from '@softmob/api-kit';
import { Field, ID, InputType, Int } from 'type-graphql';
import { type GivenUpJob } from './given-up-job.entity';
import { type QueueFigures, type QueueKind, type StuckJob } from './queue.read';
import { type StuckMail } from './stuck-mails';

const { operate } = policy.identity;

@Type('QueueKind', 'How many jobs of one kind fail.')
export class QueueKindType implements QueueKind {
  @Access(operate)
  @Field(() => String, { description: 'What is done, as `slice:name`.' })
  kind!: string;

  @Access(operate)
  @Field(() => Int, { description: 'Jobs that failed and are tried again by themselves.' })
  failing!: number;

  @Access(operate)
  @Field(() => Int, { description: 'Jobs that have used up their attempts.' })
  dead!: number;
}

@Type('QueueHealth', 'What waits, what fails and what needs the operator.')
export class QueueHealthType implements QueueFigures {
  @Access(operate)
  @Field(() => Int, { description: 'Jobs that wait for their turn or are under way and have not failed.' })
  waiting!: number;

  @Access(operate)
  @Field(() => Int, { description: 'Jobs that failed and are tried again by themselves.' })
  failing!: number;

  @Access(operate)
  @Field(() => Int, { description: 'Jobs that have used up their attempts: nothing happens without the operator.' })
  dead!: number;

  @Access(operate)
  @Field(() => Int, { description: 'E-mails that the receiving server refused for good.' })
  refused!: number;

  @Access(operate)
  @Field(() => Int, { description: 'E-mails of which nobody here can know whether they arrived.' })
  unclear!: number;

  @Access(operate)
  @Field(() => [QueueKindType], { description: 'Kinds of jobs that fail, by name.' })
  kinds!: readonly QueueKindType[];
}

@Type('StuckJob', 'A job that fails, without anybody’s personal data.')
export class StuckJobType implements StuckJob {
  @Access(operate)
  @Field(() => ID, { description: 'Identifier in the queue.' })
  id!: string;

  @Access(operate)
  @Field(() => String, { description: 'What is done, as `slice:name`.' })
  kind!: string;

  @Access(operate)
  @Field(() => String, { description: '`failing`: tried again by itself; `dead`: it has used up its attempts.' })
  state!: StuckJob['state'];

  @Access(operate)
  @Field(() => String, {
    nullable: true,
    description: 'What it is about: `mail`, `flow`, …; null where nothing is named.',
  })
  subjectType!: string | null;

  @Access(operate)
  @Field(() => ID, { nullable: true, description: 'The subject’s identifier.' })
  subjectId!: string | null;

  @Access(operate)
  @Field(() => String, { nullable: true, description: 'The template, where it is about an e-mail.' })
  template!: string | null;

  @Access(operate)
  @Field(() => Int, { description: 'Tries so far.' })
  attempts!: number;

  @Access(operate)
  @Field(() => Int, { description: 'Tries after which it is dead.' })
  maxAttempts!: number;

  @Access(operate)
  @Field(() => String, { nullable: true, description: 'The last error, without secrets, addresses and values.' })
  error!: string | null;

  @Access(operate)
  @Field(() => Moment, { description: 'When it was queued.' })
  queuedAt!: Date;

  @Access(operate)
  @Field(() => Moment, { description: 'When it was last touched: its last try.' })
  triedAt!: Date;

  @Access(operate)
  @Field(() => Moment, { nullable: true, description: 'When it is tried next; null for a dead one.' })
  nextTryAt!: Date | null;
}

@Type('GivenUpJob', 'A job that the operator gave up.')
export class GivenUpJobType implements Omit<GivenUpJob, 'personId'> {
  @Access(operate)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(operate)
  @Field(() => String, { description: 'What was to be done, as `slice:name`.' })
  kind!: string;

  @Access(operate)
  @Field(() => String, { nullable: true, description: 'What it was about.' })
  subjectType!: string | null;

  @Access(operate)
  @Field(() => ID, { nullable: true, description: 'The subject’s identifier.' })
  subjectId!: string | null;

  @Access(operate)
  @Field(() => Int, { description: 'Tries it had.' })
  attempts!: number;

  @Access(operate)
  @Field(() => String, { nullable: true, description: 'The last error, without secrets, addresses and values.' })
  error!: string | null;

  @Access(operate)
  @Field(() => Moment, { description: 'When it was queued.' })
  queuedAt!: Date;

  @Access(operate)
  @Field(() => String, { description: 'Why it was given up.' })
  reason!: string;

  @Access(operate)
  @Field(() => Moment, { description: 'When it was given up.' })
  givenUpAt!: Date;
}

@Type('StuckMail', 'An e-mail that did not go out as it should. Of its address only the domain is shown.')
export class StuckMailType implements StuckMail {
  @Access(operate)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(operate)
  @Field(() => String, {
    description:
      '`refused` for good by the receiving server; `unclear`: the process or the line broke off before an answer came; `arrived` or `given-up` by the operator.',
  })
  state!: StuckMail['state'];

  @Access(operate)
  @Field(() => String, { description: 'Its template, as `slice:name`.' })
  template!: string;

  @Access(operate)
  @Field(() => String, { description: 'Where it goes, without the name before the @.' })
  address!: string;

  @Access(operate)
  @Field(() => String, { nullable: true, description: 'The school whose e-mail it is, if any.' })
  organisation!: string | null;

  @Access(operate)
  @Field(() => String, {
    nullable: true,
    description: 'Its Message-ID, by which the log of the e-mail server knows it; null before the first try.',
  })
  messageId!: string | null;

  @Access(operate)
  @Field(() => String, { nullable: true, description: 'What the e-mail server said, made safe.' })
  answer!: string | null;

  @Access(operate)
  @Field(() => Moment, { description: 'When it was queued.' })
  queuedAt!: Date;

  @Access(operate)
  @Field(() => Moment, { description: 'Since when it is stuck.' })
  stuckAt!: Date;

  @Access(operate)
  @Field(() => Moment, { nullable: true, description: 'When the operator settled it; null while it is open.' })
  settledAt!: Date | null;
}

@Type('QueueChange', 'How many jobs or e-mails a mutation changed.')
export class QueueChange {
  @Access(operate)
  @Field(() => Int, { description: 'How many; one that is just being worked on is left alone.' })
  changed!: number;
}

export const StuckJobConnection = connectionOf(StuckJobType, 'StuckJob', operate);
export const GivenUpJobConnection = connectionOf(GivenUpJobType, 'GivenUpJob', operate);
export const StuckMailConnection = connectionOf(StuckMailType, 'StuckMail', operate);

@InputType('RetryJobsInput', { description: 'Which jobs to try again: some, or all failing ones of a kind.' })
export class RetryJobsInput {
  @Field(() => [ID], { nullable: true, description: 'These; give either ids or a kind.' })
  ids?: string[] | null;

  @Field(() => String, { nullable: true, description: 'All of this kind that fail or are dead.' })
  kind?: string | null;
}

@InputType('GiveUpJobsInput', { description: 'Jobs to take out of the queue, and why.' })
export class GiveUpJobsInput {
  @Field(() => [ID], { description: 'The jobs.' })
  ids!: string[];

  @Field(() => String, { description: 'Why; kept in the history.' })
  reason!: string;
}

@InputType('SendMailsAgainInput', { description: 'Which stuck e-mails to send again: some, or all of a state.' })
export class SendMailsAgainInput {
  @Field(() => [ID], { nullable: true, description: 'These; give either ids or a state.' })
  ids?: string[] | null;

  @Field(() => String, { nullable: true, description: 'All that are `refused`, or all that are `unclear`.' })
  state?: string | null;
}

@InputType('SettleMailsInput', { description: 'Stuck e-mails that need no sending any more, and why.' })
export class SettleMailsInput {
  @Field(() => [ID], { description: 'The e-mails.' })
  ids!: string[];

  @Field(() => String, { description: '`arrived`: the e-mail server has it; `given-up`: it shall not go out.' })
  as!: string;

  @Field(() => String, { description: 'Why; kept in the history.' })
  reason!: string;
}
