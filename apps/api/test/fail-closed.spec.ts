import 'reflect-metadata';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { policy } from '@softmob/access';
import { Access, faultsOf, LiveHub, Type, viewOf } from '@softmob/api-kit';
import { parse, validate } from 'graphql';
import { buildSchemaSync, Field, Query, Resolver, Subscription } from 'type-graphql';
import { buildApiSchema, noPubSub } from '../schema';
import { slices } from '../slices';

@Type('Forgetful', 'A type whose author forgot things.')
class Forgetful {
  @Field(() => String, { description: 'Without a rule.' })
  bare!: string;

  @Access(policy.participants.readDiet)
  @Field(() => String, { description: 'With a condition, but never null.' })
  strict!: string;

  @Access(policy.identity.readSelf)
  @Field(() => String)
  mute!: string;
}

@Resolver()
class ForgetfulResolver {
  @Query(() => Forgetful, { description: 'Without a rule.' })
  forgetful(): Forgetful {
    return new Forgetful();
  }

  @Subscription(() => Forgetful, {
    subscribe: () => new LiveHub().subscribe('news', 'me'),
    description: 'Also without.',
  })
  forgotten(): Forgetful {
    return new Forgetful();
  }
}

describe('a schema whose author forgot a rule', () => {
  it('is refused at start, each fault by name', () => {
    const schema = buildSchemaSync({ resolvers: [ForgetfulResolver], validate: false, pubSub: noPubSub });
    expect(faultsOf(schema).sort()).toEqual([
      'Forgetful.bare has no rule',
      'Forgetful.mute has no description',
      'Forgetful.strict has a condition but cannot be null',
      'Query.forgetful has no rule',
      'Subscription.forgotten has no rule',
    ]);
    const slice = { name: 'forgetful', entities: [], resolvers: [ForgetfulResolver] };
    expect(() => buildApiSchema([slice])).toThrow('not safe to serve');
  });
});

describe('a portal that asks for what its users may not see', () => {
  const schema = buildApiSchema(slices);

  it('does not even find the field in its view', () => {
    const view = viewOf(schema, ['companyTutor']);
    const errors = validate(view, parse('{ mobilities { nodes { participant { healthNotes } } } }'));
    expect(errors.map((error) => error.message)).toEqual([
      expect.stringContaining('Cannot query field "healthNotes" on type "Participant"'),
    ]);
  });

  it('fails the generation of its types', () => {
    const root = path.resolve(__dirname, '../../..');
    const data = path.join(root, '.data');
    fs.mkdirSync(data, { recursive: true });
    const scratch = fs.mkdtempSync(path.join(data, 'codegen-'));
    fs.writeFileSync(
      path.join(scratch, 'screen.graphql'),
      'query Forbidden { mobilities { nodes { participant { diet birthDate } } } }',
    );
    const config = path.join(scratch, 'codegen.json');
    const generate = (view: string) => {
      const settings = {
        errorsOnly: true,
        schema: path.join(root, `apps/api/contract/views/${view}.graphql`),
        documents: path.join(scratch, 'screen.graphql'),
        generates: { [path.join(scratch, `${view}/`)]: { preset: 'client' } },
      };
      fs.writeFileSync(config, JSON.stringify(settings));
      const cli = path.join(root, 'node_modules/@graphql-codegen/cli/cjs/bin.js');
      const { status, stdout, stderr } = spawnSync(process.execPath, [cli, '--config', config], {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, NODE_ENV: 'development' },
      });
      return { status, output: `${stdout}${stderr}` };
    };
    try {
      expect(generate('sendingCoordinator').status).toBe(0);
      const refused = generate('companyTutor');
      expect(refused.status).not.toBe(0);
      expect(refused.output).toContain('Cannot query field "diet" on type "Participant"');
    } finally {
      fs.rmSync(scratch, { recursive: true, force: true });
    }
  }, 60_000);
});
