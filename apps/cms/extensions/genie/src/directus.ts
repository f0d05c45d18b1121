import type { Express, NextFunction, Request, Response, Router } from "express";
import type { Knex } from "knex";

/** The parts of Directus' extension interface that we use (its own types come with the whole app). */
export type Accountability = {
  user: string | null;
  role: string | null;
  roles: string[];
  admin: boolean;
  app: boolean;
  /** Who asks by a link to something shared, and is nobody. */
  share?: string;
  /** The token of the session that asks; without one it is an access token alone, or none of Directus'. */
  session?: string;
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

/** What we look at of the data model. */
export type SchemaOverview = {
  relations: {
    collection: string;
    field: string;
    related_collection: string | null;
    meta: { one_field: string | null } | null;
  }[];
};

export type MutationOptions = {
  emitEvents?: boolean;
  /** Gets what would have been told of the change, which is not told then. */
  bypassEmitAction?: (event: { event: string | string[]; meta: object; context: object }) => void;
};

/** Of any collection; those of Directus' own have rules beside. */
export type ItemsService = {
  createOne: (payload: Payload, options?: MutationOptions) => Promise<string>;
  updateOne: (key: string, payload: Payload, options?: MutationOptions) => Promise<string>;
  deleteOne: (key: string, options?: MutationOptions) => Promise<unknown>;
  readOne: (key: string, query: { fields: string[] }) => Promise<Payload>;
  readByQuery: (query: Payload) => Promise<Payload[]>;
};

/** `accessToken` is what the session cookie holds. */
export type OpenedSession = { accessToken: string; refreshToken: string };

type ServiceOptions = { schema: unknown; knex?: Knex; accountability: Accountability | null };

export type Services = {
  AuthenticationService: new (options: ServiceOptions) => {
    /** Throws when it is another. */
    verifyPassword: (user: string, password: string) => Promise<void>;
    /** Throws what `POST /auth/login` answers. */
    login: (
      provider: string,
      payload: { email: string; password: string },
      options: { session: boolean; otp?: string },
    ) => Promise<OpenedSession>;
    logout: (refreshToken: string) => Promise<void>;
  };
  TFAService: new (options: ServiceOptions) => {
    /** Throws INVALID_PAYLOAD when the user has no two-factor. */
    verifyOTP: (user: string, otp: string) => Promise<boolean>;
    disableTFA: (user: string) => Promise<void>;
  };
  UsersService: new (options: ServiceOptions) => ItemsService;
  MailService: new (options: { schema: unknown }) => {
    /** Throws what the mail server says. */
    send: (letter: { to: string; subject: string; text: string; html: string }) => Promise<unknown>;
    /** `verify` signs in to the mail server and sends nothing. */
    mailer: { verify: () => Promise<unknown> };
  };
  NotificationsService: new (options: ServiceOptions) => ItemsService;
  ItemsService: new (collection: string, options: ServiceOptions) => ItemsService;
  FilesService: new (options: ServiceOptions) => ItemsService & {
    uploadOne: (stream: NodeJS.ReadableStream, payload: Payload) => Promise<string>;
  };
};

export type Context = {
  database: Knex;
  env: Record<string, unknown>;
  getSchema: () => Promise<SchemaOverview>;
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
