import { policy } from '@softmob/access';
import { Access, type Ctx as Context } from '@softmob/api-kit';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { addAccompanyingPerson, removeAccompanyingPerson } from './accompanying.service';
import { createFlow, editFlow } from './flow.service';
import {
  AddAccompanyingPersonInput,
  CreateFlowInput,
  CreateProjectInput,
  EditFlowInput,
  EditProjectInput,
} from './project.inputs';
import { createProject, editProject } from './project.service';
import { AccompanyingPersonType, FlowType, ProjectType } from './project.type';

@Resolver()
export class ProjectWritingResolver {
  @Access(policy.projects.editProject)
  @Mutation(() => ProjectType, { description: 'Opens a project of the school. VALIDATION names what breaks a rule.' })
  createProject(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateProjectInput, { description: 'The frame.' }) input: CreateProjectInput,
  ) {
    return createProject(ctx, input);
  }

  @Access(policy.projects.editProject)
  @Mutation(() => ProjectType, { description: 'Changes the frame of a project.' })
  editProject(
    @Ctx() ctx: Context,
    @Arg('input', () => EditProjectInput, { description: 'What changes.' }) input: EditProjectInput,
  ) {
    return editProject(ctx, input);
  }

  @Access(policy.projects.editFlow)
  @Mutation(() => FlowType, {
    description: 'Adds a flow, with the tasks of its process template. CONFLICT where its code is taken.',
  })
  createFlow(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateFlowInput, { description: 'The flow.' }) input: CreateFlowInput,
  ) {
    return createFlow(ctx, input);
  }

  @Access(policy.projects.editFlow)
  @Mutation(() => FlowType, {
    description: 'Changes a flow. New dates move its mobilities along; the first day stays once somebody has left.',
  })
  editFlow(
    @Ctx() ctx: Context,
    @Arg('input', () => EditFlowInput, { description: 'What changes.' }) input: EditFlowInput,
  ) {
    return editFlow(ctx, input);
  }

  @Access(policy.projects.editFlow)
  @Mutation(() => AccompanyingPersonType, { description: 'Adds a teacher to a flow.' })
  addAccompanyingPerson(
    @Ctx() ctx: Context,
    @Arg('input', () => AddAccompanyingPersonInput, { description: 'Who.' }) input: AddAccompanyingPersonInput,
  ) {
    return addAccompanyingPerson(ctx, input);
  }

  @Access(policy.projects.editFlow)
  @Mutation(() => AccompanyingPersonType, { description: 'Takes a teacher off a flow and returns who it was.' })
  removeAccompanyingPerson(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The accompanying person.' }) id: string,
  ) {
    return removeAccompanyingPerson(ctx, id);
  }
}
