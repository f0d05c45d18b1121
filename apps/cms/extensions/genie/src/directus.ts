import type { Express, NextFunction, Request, Response, Router } from "express";
import type { Knex } from "knex";

/** The parts of Directus' extension interface that we use (its own types come with the whole app). */
export type Accountability = {
  user: string | null;
  role: string | null;
  roles: string[];
  admin: boolean;
  app: boolean;
  ip: string | null;
  userAgent?: string;
  origin?: string;
};

export type Payload = Record<string, unknown>;
export type FilterMeta = { event: string; collection: string; keys?: string[] };
export type EventContext = { database: Knex; accountability: Accountability | null };

export type GateRequest = Request & {
  accountability?: Accountability;
  token?: string | null;
  cookies: Record<string, string | undefined>;
  schema: unknown;
};
export type Handler = (request: GateRequest, response: Response, next: NextFunction) => void;

export type Events = {
  filter: <T>(
    event: string,
    handler: (payload: T, meta: FilterMeta, context: EventContext) => Promise<T> | T,
  ) => void;
  action: (
    event: string,
    handler: (meta: Record<string, unknown>, context: EventContext) => Promise<void>,
  ) => void;
  init: (event: string, handler: (meta: { app: Express }) => void) => void;
  schedule: (cron: string, handler: () => Promise<void>) => void;
};

type ServiceOptions = { schema: unknown; knex?: Knex; accountability: Accountability | null };

export type Services = {
  AuthenticationService: new (options: ServiceOptions) => {
    /** Throws when it is another. */
    verifyPassword: (user: string, password: string) => Promise<void>;
  };
  TFAService: new (options: ServiceOptions) => { disableTFA: (user: string) => Promise<void> };
  UsersService: new (options: ServiceOptions) => {
    updateOne: (key: string, payload: Payload) => Promise<string>;
  };
  ItemsService: new (
    collection: string,
    options: ServiceOptions,
  ) => {
    createOne: (payload: Payload) => Promise<string>;
    updateOne: (key: string, payload: Payload) => Promise<string>;
    deleteOne: (key: string, options?: { emitEvents: boolean }) => Promise<string>;
    readByQuery: (query: Payload) => Promise<Payload[]>;
  };
  FilesService: new (options: ServiceOptions) => {
    uploadOne: (stream: NodeJS.ReadableStream, payload: Payload) => Promise<string>;
    readOne: (key: string, query: { fields: string[] }) => Promise<Payload>;
    deleteOne: (key: string) => Promise<void>;
  };
};

export type Context = {
  database: Knex;
  env: Record<string, unknown>;
  getSchema: () => Promise<unknown>;
  logger: {
    info: (fields: object, message: string) => void;
    warn: (fields: object, message: string) => void;
  };
  services: Services;
};

/** What a step of a flow sees besides: what the steps before it answered, and for whom the flow runs. */
export type OperationContext = {
  data: Record<string, unknown>;
  accountability: Accountability | null;
};
export type Operation = {
  id: string;
  handler: (options: unknown, context: Context & OperationContext) => Promise<unknown>;
};

export type Hook = (events: Events, context: Context) => void;
export type Endpoint = { id: string; handler: (router: Router, context: Context) => void };
