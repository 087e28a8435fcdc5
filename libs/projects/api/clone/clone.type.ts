import { policy } from '@softmob/access';
import { Access, type Ctx as Context, Day, Moment, Type } from '@softmob/api-kit';
import { organisationById, OrganisationType } from '@softmob/organisations-api';
import { describeRuleFinding, type OccupationPlaces } from '@softmob/projects-model';
import { Ctx, Field, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import { type Flow } from '../project.entity';
import { FlowType } from '../project.type';
import { localeOf } from '../rule-faults';
import { type AskedPlaces, type FlowPlan, type HostAsk } from './clone.entity';
import { type HostPlaces, type PlannedFlow } from './clone.plan';
import { type ClonedCohort, type ClonePreview } from './clone.service';

const { cloneFlows, readFlowPlan, readHostAsk } = policy.projects;

@Type('OccupationPlaces', 'How many places an occupation takes.')
export class OccupationPlacesType implements OccupationPlaces {
  @Access(readFlowPlan)
  @Field(() => String, { description: 'Occupation.' })
  occupation!: string;

  @Access(readFlowPlan)
  @Field(() => Int, { description: 'Places.' })
  places!: number;
}

@Type('FlowPlan', 'What a flow takes over from the one it was made from.')
export class FlowPlanType implements Pick<FlowPlan, 'id' | 'weeks' | 'places' | 'accompanyingPlaces'> {
  @Access(readFlowPlan)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(readFlowPlan)
  @Field(() => Int, { description: 'By how many weeks it was moved.' })
  weeks!: number;

  @Access(readFlowPlan)
  @Field(() => [OccupationPlacesType], { description: 'Places wanted, by occupation.' })
  places!: OccupationPlaces[];

  @Access(readFlowPlan)
  @Field(() => Int, { description: 'Accompanying persons wanted.' })
  accompanyingPlaces!: number;
}

@Type('AskedPlaces', 'Places of one occupation that a host is asked for, and what it offers.')
export class AskedPlacesType implements AskedPlaces {
  @Access(readHostAsk)
  @Field(() => String, { description: 'Occupation.' })
  occupation!: string;

  @Access(readHostAsk)
  @Field(() => Int, { description: 'How many the host took last time.' })
  lastTime!: number;

  @Access(readHostAsk)
  @Field(() => Int, { description: 'How many are asked for.' })
  wanted!: number;

  @Access(readHostAsk)
  @Field(() => Int, { nullable: true, description: 'How many the host offers; null until it has answered.' })
  offered!: number | null;
}

@Type('HostAsk', '“Same again?”: what a host is asked for a new flow, and its answer.')
export class HostAskType implements Omit<
  HostAsk,
  'flowId' | 'organisationId' | 'hostOrganisationId' | 'answeredByPersonId'
> {
  @Access(readHostAsk)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(readHostAsk)
  @Field(() => [AskedPlacesType], { description: 'Places by occupation.' })
  places!: AskedPlaces[];

  @Access(readHostAsk)
  @Field(() => Day, { description: 'First day asked for.' })
  startsOn!: string;

  @Access(readHostAsk)
  @Field(() => Day, { description: 'Last day asked for.' })
  endsOn!: string;

  @Access(readHostAsk)
  @Field(() => String, { nullable: true, description: '`yes`, `changed` or `no`; null until the host has answered.' })
  answer!: HostAsk['answer'];

  @Access(readHostAsk)
  @Field(() => String, { nullable: true, description: 'The host’s word to it.' })
  comment!: string | null;

  @Access(readHostAsk)
  @Field(() => Day, { nullable: true, description: 'First day that suits the host, where it is another one.' })
  offeredStartsOn!: string | null;

  @Access(readHostAsk)
  @Field(() => Day, { nullable: true, description: 'Last day that suits the host, where it is another one.' })
  offeredEndsOn!: string | null;

  @Access(readHostAsk)
  @Field(() => Moment, { description: 'When it was asked.' })
  askedAt!: Date;

  @Access(readHostAsk)
  @Field(() => Moment, { nullable: true, description: 'When it answered.' })
  answeredAt!: Date | null;

  @Access(readHostAsk)
  @Field(() => Int, { description: 'Pass it back when answering: an older one is a CONFLICT.' })
  version!: number;
}

@Type('PlannedHost', 'A host that would be asked, and for how many.')
export class PlannedHostType implements Pick<HostPlaces, 'places'> {
  @Access(cloneFlows)
  @Field(() => [OccupationPlacesType], { description: 'Places by occupation.' })
  places!: readonly OccupationPlacesType[] & HostPlaces['places'];
}

@Type('CloneFinding', 'What in a new flow does not agree with the rules of the call.')
export class CloneFindingType {
  @Access(cloneFlows)
  @Field(() => String, { description: '`error` (nothing can be made until it is mended), `warning` or `notice`.' })
  severity!: string;

  @Access(cloneFlows)
  @Field(() => String, { description: 'In the reader’s language.' })
  message!: string;
}

@Type('PlannedFlow', 'A flow as it would be next year.')
export class PlannedFlowType implements Pick<
  PlannedFlow,
  'code' | 'startsOn' | 'endsOn' | 'places' | 'hosts' | 'accompanyingPlaces'
> {
  @Access(cloneFlows)
  @Field(() => FlowType, { description: 'The flow it is made from.' })
  source!: Flow;

  @Access(cloneFlows)
  @Field(() => String, { description: 'Its code; numbered where the project has one of that code.' })
  code!: string;

  @Access(cloneFlows)
  @Field(() => Day, { description: 'First day.' })
  startsOn!: string;

  @Access(cloneFlows)
  @Field(() => Day, { description: 'Last day.' })
  endsOn!: string;

  @Access(cloneFlows)
  @Field(() => [OccupationPlacesType], { description: 'Places wanted, by occupation.' })
  places!: readonly OccupationPlacesType[] & PlannedFlow['places'];

  @Access(cloneFlows)
  @Field(() => Int, { description: 'Accompanying persons wanted.' })
  accompanyingPlaces!: number;

  @Access(cloneFlows)
  @Field(() => [PlannedHostType], { description: 'The hosts that would be asked.' })
  hosts!: readonly PlannedHostType[] & PlannedFlow['hosts'];
}

@Resolver(() => PlannedFlowType)
export class PlannedFlowResolver {
  @Access(cloneFlows)
  @FieldResolver(() => [CloneFindingType], { description: 'What does not agree with the rules of the call.' })
  findings(@Root() { findings }: PlannedFlow, @Ctx() ctx: Context): CloneFindingType[] {
    return findings.map((finding) => ({
      severity: finding.severity,
      message: describeRuleFinding(finding, localeOf(ctx)),
    }));
  }
}

@Resolver(() => PlannedHostType)
export class PlannedHostResolver {
  @Access(cloneFlows)
  @FieldResolver(() => OrganisationType, { nullable: true, description: 'The host.' })
  organisation(@Root() host: HostPlaces, @Ctx() ctx: Context) {
    return ctx.load(organisationById).load(host.hostOrganisationId);
  }
}

@Type('ClonePreview', 'What cloning would make; nothing is written yet.')
export class ClonePreviewType implements ClonePreview {
  @Access(cloneFlows)
  @Field(() => Int, { description: 'By how many weeks everything moves.' })
  weeks!: number;

  @Access(cloneFlows)
  @Field(() => [PlannedFlowType], { description: 'The flows, by departure.' })
  flows!: readonly PlannedFlowType[] & ClonePreview['flows'];
}

@Type('ClonedCohort', 'What cloning has made.')
export class ClonedCohortType implements ClonedCohort {
  @Access(cloneFlows)
  @Field(() => Int, { description: 'By how many weeks everything moved.' })
  weeks!: number;

  @Access(cloneFlows)
  @Field(() => [FlowType], { description: 'The new flows, by departure.' })
  flows!: readonly Flow[];

  @Access(cloneFlows)
  @Field(() => [HostAskType], { description: 'Which hosts were asked for which flow.' })
  asks!: readonly HostAsk[];
}
