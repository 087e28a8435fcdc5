import { policy } from '@softmob/access';
import { Access, type Ctx as Context, Moment, Receipt, Type } from '@softmob/api-kit';
import { Ctx, Field, ID, Mutation, Query, Resolver } from 'type-graphql';
import { type CalendarFeed } from './calendar-feed.entity';
import { createCalendarFeed, ownFeed, revokeCalendarFeed } from './calendar-feed.service';

const { ownCalendar } = policy.processes;

@Type('CalendarFeed', 'A secret address under which a calendar programme reads one’s own tasks.')
export class CalendarFeedType implements Pick<CalendarFeed, 'id' | 'createdAt' | 'readAt'> {
  @Access(ownCalendar)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(ownCalendar)
  @Field(() => Moment, { description: 'When it was made.' })
  createdAt!: Date;

  @Access(ownCalendar)
  @Field(() => Moment, { nullable: true, description: 'When a programme last asked for it.' })
  readAt!: Date | null;

  @Access(ownCalendar)
  @Field(() => String, { nullable: true, description: 'The address: said once, by the mutation that makes it.' })
  url!: string | null;
}

@Resolver(() => CalendarFeedType)
export class CalendarFeedResolver {
  @Access(ownCalendar)
  @Query(() => CalendarFeedType, { nullable: true, description: 'The reader’s own calendar feed, if there is one.' })
  calendarFeed(@Ctx() ctx: Context) {
    return ownFeed(ctx);
  }

  @Access(ownCalendar)
  @Mutation(() => CalendarFeedType, {
    description:
      'Makes the reader’s calendar feed and says its address, this once; an earlier one ends. FORBIDDEN for one-link seats.',
  })
  createCalendarFeed(@Ctx() ctx: Context) {
    return createCalendarFeed(ctx);
  }

  @Access(ownCalendar)
  @Mutation(() => Receipt, { description: 'Ends the reader’s calendar feed.' })
  revokeCalendarFeed(@Ctx() ctx: Context) {
    return revokeCalendarFeed(ctx);
  }
}
