/** A running PostgreSQL server. */
export interface Server {
  /** Connection string of the database, with its password. */
  url: string;
  /** Process id of the server. */
  pid: number;
  /** Port on 127.0.0.1. */
  port: number;
  /** True if it ran already. */
  adopted: boolean;
  /** Gives the server up, and ends it unless another living process uses it too. */
  stop: () => Promise<void>;
}

/**
 * Starts the PostgreSQL that npm packages brought, or adopts the one that already runs on the folder. The folder holds
 * everything: cluster, password, claims. Throws a `Refusal` with one sentence that names the mend.
 */
export function ensurePostgres(options: { dataDir: string; database?: string }): Promise<Server>;
