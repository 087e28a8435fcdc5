import { toColumn } from '@softmob/access';
import { DefaultNamingStrategy } from 'typeorm';

/** Property `firstName` is column `first_name`; tables carry the entity's given name. */
export class SnakeNaming extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? toColumn(propertyName);
  }
}
