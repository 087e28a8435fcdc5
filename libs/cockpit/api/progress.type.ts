import { policy } from '@softmob/access';
import { Access, Type } from '@softmob/api-kit';
import { Field, Int } from 'type-graphql';
import { type ProgressRow } from './progress';

const { readProgress } = policy.cockpit;

@Type('TaskProgress', 'How far the tasks of a mobility are, counted over those that the reader may see.')
export class TaskProgressType implements Omit<ProgressRow, 'mobilityId' | 'nextTaskId'> {
  @Access(readProgress)
  @Field(() => Int, { description: 'Tasks that did not fall away.' })
  tasks!: number;

  @Access(readProgress)
  @Field(() => Int, { description: 'Tasks done.' })
  done!: number;

  @Access(readProgress)
  @Field(() => Int, { description: 'Tasks open after their due day.' })
  late!: number;

  @Access(readProgress)
  @Field(() => Boolean, { description: 'Whether every task due before departure is done.' })
  ready!: boolean;

  @Access(readProgress)
  @Field(() => [String], {
    description:
      'Keys of the open steps that can be taken now, by due day: those that wait for an earlier one are left out.',
  })
  openSteps!: string[];

  @Access(readProgress)
  @Field(() => [String], { description: 'Keys of those of them that are late, by due day.' })
  lateSteps!: string[];
}
