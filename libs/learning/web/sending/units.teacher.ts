import { graphql } from '@softmob/gql/sending-teacher';
import { type UnitCatalogueQuery } from '@softmob/gql/sending-teacher/graphql';

export const UnitCatalogueDocument = graphql(`
  query UnitCatalogue {
    units {
      id
      key
      version
      occupation
      iscedF
      eqf
      hours
      title {
        en
        it
      }
      knowledge {
        en
        it
      }
      skills {
        en
        it
      }
      responsibilityAndAutonomy {
        en
        it
      }
      assessment {
        en
        it
      }
      tasks {
        en
        it
      }
      origin {
        en
        it
      }
    }
  }
`);

/** A unit as the catalogue shows it: the school's own have an identifier. */
export type Unit = UnitCatalogueQuery['units'][number];
