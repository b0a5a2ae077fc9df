// Photos to attach to a move: uploaded as soon as they are chosen.
import { PictureOutlined } from '@ant-design/icons';
import { Button, Upload, type UploadFile } from 'antd';
import type { RequestId } from '../../../contract/ids.ts';
import { REQUEST_LIMITS, type RequestPhotoId } from '../../../contract/requests.ts';
import { sentenceOf } from '../../api/problem.ts';
import { useUploadRequestPhoto } from '../../api/requests.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.requestCase;
export type PhotoFile = UploadFile<RequestPhotoId>;

/** `value`, `onChange` come from the form's item. */
interface Props {
  readonly request: RequestId;
  readonly value?: PhotoFile[];
  readonly onChange?: (files: PhotoFile[]) => void;
}

export function PhotosField({ request, value = [], onChange }: Props) {
  const upload = useUploadRequestPhoto(request);
  return (
    <Upload<RequestPhotoId>
      accept="image/jpeg,image/png,image/webp"
      listType="picture"
      maxCount={REQUEST_LIMITS.photos}
      fileList={value}
      customRequest={({ file, onSuccess, onError }) => {
        if (!(file instanceof File)) return;
        upload.mutateAsync(file).then(
          (photo) => onSuccess?.(photo),
          (error: unknown) => onError?.(new Error(sentenceOf(error))),
        );
      }}
      onChange={({ fileList }) => onChange?.(fileList)}
    >
      {value.length < REQUEST_LIMITS.photos && (
        <Button icon={<PictureOutlined aria-hidden />}>{words.form.addPhoto(REQUEST_LIMITS.photos)}</Button>
      )}
    </Upload>
  );
}

export const photosOf = (files: readonly PhotoFile[] = []): RequestPhotoId[] =>
  files.flatMap(({ status, response }) => (status === 'done' && response ? [response] : []));

/** Why a form with them cannot be sent yet, or null. */
export function photosFault(files: readonly PhotoFile[] = []): string | null {
  const failed = files.find(({ status }) => status === 'error');
  if (failed) return failed.error instanceof Error ? failed.error.message : words.form.photoFailed;
  return files.every(({ status }) => status === 'done') ? null : words.form.photoUnderWay;
}
