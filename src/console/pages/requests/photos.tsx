// Photos of an action, small, to be looked at in large.
import { Flex, Image } from 'antd';
import type { RequestId } from '../../../contract/ids.ts';
import type { RequestPhotoId } from '../../../contract/requests.ts';
import { requestPhotoUrl } from '../../api/requests.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.requestCase;
const PHOTO_PX = 120;

export function Photos({
  request,
  photos,
}: {
  readonly request: RequestId;
  readonly photos: readonly RequestPhotoId[];
}) {
  if (photos.length === 0) return null;
  return (
    <Image.PreviewGroup>
      <Flex gap={8} wrap>
        {photos.map((photo, index) => (
          <Image
            key={photo}
            width={PHOTO_PX}
            height={PHOTO_PX}
            style={{ objectFit: 'cover' }}
            src={requestPhotoUrl(request, photo)}
            alt={words.photo(index + 1)}
          />
        ))}
      </Flex>
    </Image.PreviewGroup>
  );
}
