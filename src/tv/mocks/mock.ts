// Answers an endpoint of the contract without a server: by its own example, or by a reply that its schema must accept.
import { type HttpHandler, HttpResponse, http } from 'msw';
import type { z } from 'zod';
import type { Endpoint } from '../../contract/endpoint.ts';

/** `reply` is asked for each request; without it the endpoint's example is the answer. */
export function mock<Reply extends z.ZodType>(
  endpoint: Endpoint<string, z.ZodType, z.ZodType, z.ZodType, Reply>,
  reply: (request: Request) => z.input<Reply> = () => endpoint.example.reply,
): HttpHandler {
  const answer = ({ request }: { request: Request }) => {
    const { status } = endpoint;
    const body = JSON.stringify(reply(request));
    return status === 204 ? new HttpResponse(null, { status }) : new HttpResponse(body, { status, headers: JSON_TYPE });
  };
  switch (endpoint.method) {
    case 'GET':
      return http.get(endpoint.path, answer);
    case 'POST':
      return http.post(endpoint.path, answer);
    case 'PUT':
      return http.put(endpoint.path, answer);
    case 'DELETE':
      return http.delete(endpoint.path, answer);
  }
}

const JSON_TYPE = { 'Content-Type': 'application/json' };
