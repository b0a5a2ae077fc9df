// Pictures of notices: uploading them (multipart, hence not by `call`), and where they are.
import { useMutation } from '@tanstack/react-query';
import { createPicture, PICTURE_PATH, type Picture } from '../../contract/notices.ts';
import { readReply, send, urlOf } from './client.ts';

/** Fails with `picture-invalid`, `too-large`, `unsupported-type` among others. */
export function useUploadPicture() {
  return useMutation({
    mutationFn: async (file: File): Promise<Picture> => {
      const body = new FormData();
      body.set('file', file);
      return readReply(createPicture.reply, await send(createPicture.path, { method: createPicture.method, body }));
    },
  });
}

export const pictureUrl = (id: string) => urlOf(PICTURE_PATH, { id }, undefined);
