import { policy } from '@softmob/access';
import { Access, type Ctx as Context, DONE, Receipt } from '@softmob/api-kit';
import { organisationById, OrganisationType } from '@softmob/organisations-api';
import { flowById, FlowType, type Mobility, mobilityById, MobilityType } from '@softmob/projects-api';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import * as answer from './answer.service';
import { CapacityType } from './capacity.type';
import * as change from './change.service';
import * as desk from './desk.service';
import {
  PlacementFilter,
  ProposePlacementInput,
  ReplacePlacementInput,
  RequestPlacementsInput,
  TutorInput,
} from './inputs';
import { matchFlow, type MatchSuggestion } from './match.service';
import { type Placement } from './placement.entity';
import { capacityById, formerPlacementsOfMobility, placementsOfMobility, tutorOfPlacement } from './placement.loaders';
import {
  MatchSuggestionType,
  PlacementConnection,
  PlacementRequestGroup,
  PlacementTutor,
  PlacementType,
} from './placement.type';
import * as proposal from './proposal.service';
import { replacePlacement } from './replace.service';

const rules = policy.placements;

@Resolver(() => PlacementType)
export class PlacementResolver {
  @Access(rules.list)
  @Query(() => PlacementConnection, { description: 'Placements within reach, by departure.' })
  placements(
    @Ctx() ctx: Context,
    @Arg('filter', () => PlacementFilter, { nullable: true, description: 'Which.' }) filter: PlacementFilter | null,
    @Arg('first', () => Int, { nullable: true, description: 'Rows per page, 1 to 500; 50 unless told.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    after: string | null,
  ) {
    return desk.listPlacements(ctx, filter, { first, after });
  }

  @Access(rules.propose)
  @Query(() => MatchSuggestionType, {
    description: 'Suggests places for the learners of a flow who have none, by occupation, dates and free places.',
  })
  matchFlow(
    @Ctx() ctx: Context,
    @Arg('flowId', () => ID, { description: 'The flow.' }) flowId: string,
  ): Promise<MatchSuggestion> {
    return matchFlow(ctx, flowId);
  }

  @Access(rules.readHostDesk)
  @Query(() => [PlacementType], {
    description: 'Who arrives within the coming weeks, by day and company.',
  })
  arrivals(
    @Ctx() ctx: Context,
    @Arg('weeks', () => Int, { defaultValue: 8, description: '1 to 52.' }) weeks: number,
  ): Promise<Placement[]> {
    return desk.arrivals(ctx, weeks);
  }

  @Access(rules.request)
  @Mutation(() => [PlacementType], {
    description: 'Asks a host for places. It sees profiles without identity and gets one e-mail for all.',
  })
  requestPlacements(
    @Ctx() ctx: Context,
    @Arg('input', () => RequestPlacementsInput) input: RequestPlacementsInput,
  ): Promise<Placement[]> {
    return proposal.requestPlacements(ctx, input);
  }

  @Access(rules.propose)
  @Mutation(() => [PlacementType], {
    description: 'Chooses a company for each learner and holds the place. What is not confirmed yet moves.',
  })
  proposePlacements(
    @Ctx() ctx: Context,
    @Arg('placements', () => [ProposePlacementInput], { description: 'Each mobility once, at most 500.' })
    placements: ProposePlacementInput[],
  ): Promise<Placement[]> {
    return proposal.proposePlacements(ctx, placements);
  }

  @Access(rules.confirm)
  @Mutation(() => [PlacementType], {
    description: 'Confirms placements: names become known to host and company, and each tutor gets one e-mail.',
  })
  confirmPlacements(
    @Ctx() ctx: Context,
    @Arg('ids', () => [ID], { description: 'The placements, at most 500.' }) ids: string[],
    @Arg('capacityId', () => ID, {
      nullable: true,
      description: 'The places taken by those of them that have no company yet.',
    })
    capacityId: string | null,
  ): Promise<Placement[]> {
    return answer.confirmPlacements(ctx, ids, capacityId);
  }

  @Access(rules.decline)
  @Mutation(() => Receipt, { description: 'The host has no place for these learners; the school is told why.' })
  async declineRequests(
    @Ctx() ctx: Context,
    @Arg('mobilityIds', () => [ID], { description: 'The mobilities, at most 500.' }) mobilityIds: string[],
    @Arg('reason', () => String, { description: 'Why, for the school.' }) reason: string,
  ): Promise<Receipt> {
    await answer.declineRequests(ctx, mobilityIds, reason);
    return DONE;
  }

  @Access(rules.cancel)
  @Mutation(() => PlacementType, {
    description: 'Takes a placement back before departure: the place is free again, those concerned are told why.',
  })
  cancelPlacement(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The placement.' }) id: string,
    @Arg('reason', () => String, { description: 'Why, for those concerned.' }) reason: string,
  ): Promise<Placement> {
    return change.cancelPlacement(ctx, id, reason);
  }

  @Access(rules.replace)
  @Mutation(() => PlacementType, {
    description:
      'The company cannot go on: another one of the same host takes over until the end of the stay. The former stay is kept, the agreement is amended, everybody concerned is told once.',
  })
  replacePlacement(
    @Ctx() ctx: Context,
    @Arg('input', () => ReplacePlacementInput) input: ReplacePlacementInput,
  ): Promise<Placement> {
    return replacePlacement(ctx, input);
  }

  @Access(rules.replaceTutor)
  @Mutation(() => [PlacementType], {
    description: 'Gives placements at one company another tutor; the old one’s link ends, both are told.',
  })
  replaceTutor(
    @Ctx() ctx: Context,
    @Arg('placementIds', () => [ID], { description: 'Placements at one company, at most 500.' }) placementIds: string[],
    @Arg('tutor', () => TutorInput) tutor: TutorInput,
  ): Promise<Placement[]> {
    return change.replaceTutor(ctx, placementIds, tutor);
  }

  @Access(rules.read)
  @FieldResolver(() => MobilityType, { description: 'Whose stay it is.' })
  mobility(@Root() placement: Placement, @Ctx() ctx: Context) {
    return ctx.load(mobilityById).load(placement.mobilityId);
  }

  @Access(rules.read)
  @FieldResolver(() => FlowType, { description: 'The flow of that mobility.' })
  flow(@Root() placement: Placement, @Ctx() ctx: Context) {
    return ctx.load(flowById).load(placement.flowId);
  }

  @Access(rules.read)
  @FieldResolver(() => OrganisationType, { nullable: true, description: 'The company; null while none is chosen.' })
  company(@Root() placement: Placement, @Ctx() ctx: Context) {
    return placement.companyId ? ctx.load(organisationById).load(placement.companyId) : null;
  }

  @Access(rules.read)
  @FieldResolver(() => OrganisationType, {
    nullable: true,
    description: 'The host organisation that answers; null where the company deals with the school directly.',
  })
  hostOrganisation(@Root() placement: Placement, @Ctx() ctx: Context) {
    return placement.hostOrganisationId ? ctx.load(organisationById).load(placement.hostOrganisationId) : null;
  }

  @Access(rules.readHistory)
  @FieldResolver(() => OrganisationType, { description: 'The school.' })
  sendingOrganisation(@Root() placement: Placement, @Ctx() ctx: Context) {
    return ctx.load(organisationById).load(placement.sendingOrganisationId);
  }

  @Access(rules.listCapacities)
  @FieldResolver(() => CapacityType, { nullable: true, description: 'The places it takes one of.' })
  capacity(@Root() placement: Placement, @Ctx() ctx: Context) {
    return placement.capacityId ? ctx.load(capacityById).load(placement.capacityId) : null;
  }

  @Access(rules.read)
  @FieldResolver(() => PlacementTutor, {
    nullable: true,
    description: 'The company’s tutor; null while none is named.',
  })
  tutor(@Root() placement: Placement, @Ctx() ctx: Context) {
    return placement.tutorPersonId ? ctx.load(tutorOfPlacement).load(placement.id) : null;
  }
}

@Resolver(() => PlacementRequestGroup)
export class PlacementRequestResolver {
  @Access(rules.readHostDesk)
  @Query(() => [PlacementRequestGroup], {
    description: 'What waits for the host’s answer, by flow, the nearest departure first.',
  })
  placementRequests(
    @Ctx() ctx: Context,
    @Arg('flowId', () => ID, { nullable: true, description: 'Only of this flow.' }) flowId: string | null,
  ): Promise<desk.RequestGroup[]> {
    return desk.placementRequests(ctx, flowId);
  }

  @Access(rules.readHostDesk)
  @FieldResolver(() => FlowType, { description: 'The flow.' })
  flow(@Root() group: desk.RequestGroup, @Ctx() ctx: Context) {
    return ctx.load(flowById).load(group.flowId);
  }

  @Access(rules.readHostDesk)
  @FieldResolver(() => OrganisationType, { description: 'The school that asks.' })
  sendingOrganisation(@Root() group: desk.RequestGroup, @Ctx() ctx: Context) {
    return ctx.load(organisationById).load(group.sendingOrganisationId);
  }
}

/** What a mobility gains by this slice. */
@Resolver(() => MobilityType)
export class MobilityPlacementResolver {
  @Access(rules.read)
  @FieldResolver(() => PlacementType, {
    nullable: true,
    description:
      'The placement that stands: requested, proposed or confirmed. Family and tutors: once it is confirmed; a tutor their own.',
  })
  async placement(@Root() mobility: Mobility, @Ctx() ctx: Context): Promise<Placement | null> {
    const [newest] = await ctx.load(placementsOfMobility).load(mobility.id);
    // A tutor whose company cannot go on reads their own stay until its last day.
    return newest && (newest.status !== 'ended' || ctx.actor.audience === 'companyTutor') ? newest : null;
  }

  @Access(rules.readHistory)
  @FieldResolver(() => [PlacementType], {
    description: 'Confirmed placements that were given up or ended early, with the reason, the first one first.',
  })
  formerPlacements(@Root() mobility: Mobility, @Ctx() ctx: Context): Promise<Placement[]> {
    return ctx.load(formerPlacementsOfMobility).load(mobility.id);
  }
}
