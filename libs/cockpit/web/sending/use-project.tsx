import { useQuery } from '@apollo/client/react';
import { graphql } from '@softmob/gql/sending';
import { useToday } from '@softmob/portal-kit';

const ProjectsDocument = graphql(`
  query CockpitProjects {
    projects {
      id
      title
      startsOn
      endsOn
    }
  }
`);

/**
 * The project that a screen speaks of: the one in the address, else the one that runs today, else the newest.
 * `null` while it is not known yet; an empty list where the school has none.
 */
export function useProject(chosen: string) {
  const today = useToday();
  const { data, error, refetch } = useQuery(ProjectsDocument);
  const projects = data?.projects ?? null;
  const project =
    projects?.find(({ id }) => id === chosen) ??
    projects?.find(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn) ??
    projects?.[0] ??
    null;
  return { project, projects, error, refetch };
}
