// Pages for phones, to which the QR codes on the television lead: plain HTML without scripts, ready in one answer.
import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';

/** 404 with a page about what is not there any more. */
export const sendPage = (reply: FastifyReply, code: 200 | 404, page: string, policy: string): FastifyReply =>
  reply
    .code(code)
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
    .send(page);

/** Nothing is loaded, nothing runs; the one style is known by its hash. */
export const policyFor = (style: string): string =>
  `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** `body`: HTML, piece by piece; what is empty is left out. */
export const phonePage = (title: string, style: string, body: readonly string[]): string =>
  `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="format-detection" content="telephone=no">
<title>${plain(title)}</title>
<style>${style}</style>
</head>
<body>
${body.filter(Boolean).join('\n')}
</body>
</html>
`;

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const plain = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);

/** Written, and dialled when touched. */
export const phoneLink = (phone: string): string => `<a href="tel:${plain(phone)}">${plain(phone)}</a>`;
