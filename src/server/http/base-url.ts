// Where phones and other systems reach this server, for the addresses it hands out.
import type { FastifyRequest } from 'fastify';

/** Without a slash at the end. Where nobody told: as whoever asks has reached it. */
export const baseUrlOf = (request: FastifyRequest, publicUrl: string | undefined): string =>
  publicUrl?.replace(/\/$/, '') ?? `${request.protocol}://${request.host}`;
