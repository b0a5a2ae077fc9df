// Activation: a box asks for a code, staff type it, the box gets its credential (OAuth 2.0 Device Authorization Grant, RFC 8628).
import { z } from 'zod';
import { BoxState } from './boxes.ts';
import { endpoint } from './endpoint.ts';
import { BoxId } from './ids.ts';
import { RegionCode } from './regions.ts';
import { Instant } from './time.ts';

/**
 * What user codes are made of. Left out is what looks alike (0 O Q, 1 I L, 2 Z, 5 S, 8 B, U V) or sounds alike when
 * read out (the letters that rhyme with C, and N beside M). 18 signs, 8 of them: 18^8 = 1.1e10 codes.
 */
export const USER_CODE_SIGNS = '23456789AFHKMPRWXY';
/** In two groups of four, as it is read out: `7K3M-9XPA`. */
export const USER_CODE_LENGTH = 8;

/** As a person types it: small letters, blanks and dashes are as good. Without the dash inside the program. */
export const UserCode = z
  .string()
  .max(40)
  .transform((text) => text.toUpperCase().replace(/[\s-]/g, ''))
  .pipe(z.string().regex(new RegExp(`^[${USER_CODE_SIGNS}]{${USER_CODE_LENGTH}}$`)))
  .brand<'UserCode'>();
export type UserCode = z.infer<typeof UserCode>;

/** The operator's smart-card number: 8 to 20 digits. */
export const SmartCard = z
  .string()
  .regex(/^\d{8,20}$/)
  .brand<'SmartCard'>();
export type SmartCard = z.infer<typeof SmartCard>;

/** What a box tells of itself while it asks; it is shown to the staff who decide. */
export const BoxFacts = z.object({
  model: z.string().trim().max(60).optional(),
  engine: z.string().trim().max(120).optional(),
  app: z.string().trim().max(40).optional(),
  smart_card: SmartCard.optional(),
});
export type BoxFacts = z.infer<typeof BoxFacts>;

/** The one OAuth client: a public one, the television app. */
export const TV_CLIENT_ID = 'linli-tv';
export const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code';

/** Form-encoded and with the errors of RFC 6749 section 5.2, so these two stand beside the endpoint table. */
export const DEVICE_AUTHORIZATION_PATH = '/api/oauth/device_authorization';
export const TOKEN_PATH = '/api/oauth/token';
/** RFC 8414; where a standard client learns the two paths above. */
export const OAUTH_METADATA_PATH = '/.well-known/oauth-authorization-server';

/** Section 3.2 of RFC 8628. Times in seconds. */
export const DeviceAuthorization = z.object({
  device_code: z.string(),
  user_code: z.string(),
  verification_uri: z.url(),
  verification_uri_complete: z.url(),
  expires_in: z.int().positive(),
  interval: z.int().positive(),
});
export type DeviceAuthorization = z.infer<typeof DeviceAuthorization>;

export const OAUTH_ERRORS = [
  'authorization_pending',
  'slow_down',
  'access_denied',
  'expired_token',
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unsupported_grant_type',
  'temporarily_unavailable',
] as const;
export const OauthError = z.object({ error: z.enum(OAUTH_ERRORS), error_description: z.string().optional() });
export type OauthError = z.infer<typeof OauthError>;

/** The credential does not run out; it is rotated by `rotateCredential` and revoked by staff. */
export const TokenReply = z.object({
  access_token: z.string(),
  token_type: z.literal('Bearer'),
  scope: z.literal('box'),
});
export type TokenReply = z.infer<typeof TokenReply>;

/** What stands behind a code: the box that shows it, and where the operator's list places it. */
export const Activation = z.object({
  /** With its dash: 7K3M-9XPA */
  userCode: z.string(),
  expiresAt: Instant,
  facts: BoxFacts,
  /** The box of this smart card in the operator's list; null: it is not listed, so the household must be chosen. */
  listed: z
    .object({ id: BoxId, household: RegionCode, place: z.string(), name: z.string(), state: BoxState })
    .nullable(),
});
export type Activation = z.infer<typeof Activation>;

/** The household's first PIN is told once, to be handed to the resident; null: the household has one already. */
export const Bound = z.object({ box: BoxId, place: z.string(), name: z.string(), pin: z.string().nullable() });
export type Bound = z.infer<typeof Bound>;

const params = z.object({ userCode: UserCode });
const example = { params: { userCode: '7K3M-9XPA' } };

export const readActivation = endpoint({
  method: 'GET',
  path: '/api/activations/:userCode',
  access: 'staff',
  summary: 'What stands behind a user code; wrong guesses are counted per address and per account',
  params,
  reply: Activation,
  example: {
    ...example,
    reply: {
      userCode: '7K3M-9XPA',
      expiresAt: '2026-11-23T12:15:00.000Z',
      facts: { model: 'HC3100', engine: 'WPE 2.38', app: '0.1.0', smart_card: '8531002026000017' },
      listed: {
        id: '019ab000-0000-7000-8000-0000000000b1',
        household: '3703060010010010010101',
        place: '车站社区',
        name: '1号楼 101',
        state: 'listed',
      },
    },
  },
});

export const approveActivation = endpoint({
  method: 'POST',
  path: '/api/activations/:userCode/approve',
  access: 'staff',
  summary: "Bind the box to a household, by its place in the operator's list (smart-card number) or by choice",
  params,
  body: z.strictObject({
    /** Null: where the operator's list places the smart card. */
    household: RegionCode.nullable(),
    /** As it stands on the card; wins over what the box told. Five wrong ones end the code. */
    smartCard: SmartCard.nullable(),
  }),
  reply: Bound,
  example: {
    ...example,
    body: { household: null, smartCard: '8531002026000017' },
    reply: { box: '019ab000-0000-7000-8000-0000000000b1', place: '车站社区', name: '1号楼 101', pin: '604182' },
  },
});

export const denyActivation = endpoint({
  method: 'POST',
  path: '/api/activations/:userCode/deny',
  access: 'staff',
  summary: 'Refuse the box that shows this code',
  params,
  reply: z.undefined(),
  status: 204,
  example: { ...example, reply: undefined },
});
