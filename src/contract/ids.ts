// Branded identifiers: a notice's id cannot be passed where a box's is wanted.
import { z } from 'zod';

/** A UUID (version 7 where the server makes it), made by the injected id source. */
const id = <Brand extends string>() => z.uuid().brand<Brand>();

/** What a feed carries: a notice or an alert. */
export const ItemId = id<'ItemId'>();
export type ItemId = z.infer<typeof ItemId>;

export const NoticeId = ItemId.brand<'NoticeId'>();
export type NoticeId = z.infer<typeof NoticeId>;

export const AlertId = ItemId.brand<'AlertId'>();
export type AlertId = z.infer<typeof AlertId>;

export const AlertTemplateId = id<'AlertTemplateId'>();
export type AlertTemplateId = z.infer<typeof AlertTemplateId>;

export const StaffId = id<'StaffId'>();
export type StaffId = z.infer<typeof StaffId>;

export const BoxId = id<'BoxId'>();
export type BoxId = z.infer<typeof BoxId>;

export const CommandId = id<'CommandId'>();
export type CommandId = z.infer<typeof CommandId>;

export const ImportId = id<'ImportId'>();
export type ImportId = z.infer<typeof ImportId>;

export const CapSenderId = id<'CapSenderId'>();
export type CapSenderId = z.infer<typeof CapSenderId>;

export const CapMessageId = id<'CapMessageId'>();
export type CapMessageId = z.infer<typeof CapMessageId>;

export const DeputyId = id<'DeputyId'>();
export type DeputyId = z.infer<typeof DeputyId>;

export const OutageId = id<'OutageId'>();
export type OutageId = z.infer<typeof OutageId>;

export const PlaceId = id<'PlaceId'>();
export type PlaceId = z.infer<typeof PlaceId>;

export const OfferId = id<'OfferId'>();
export type OfferId = z.infer<typeof OfferId>;

export const ContactId = id<'ContactId'>();
export type ContactId = z.infer<typeof ContactId>;

export const RequestId = id<'RequestId'>();
export type RequestId = z.infer<typeof RequestId>;

export const Open311KeyId = id<'Open311KeyId'>();
export type Open311KeyId = z.infer<typeof Open311KeyId>;

/** SHA-256 of the re-encoded picture, lower-case hex: the same picture is stored once. */
export const PictureId = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'PictureId'>();
export type PictureId = z.infer<typeof PictureId>;
