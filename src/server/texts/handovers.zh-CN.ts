// Why a draft that a phone goes on with is not taken.
export const handoverTexts = {
  where: '这一类事项不能选这个地方',
  mostPhotos: (count: number) => `最多放 ${count} 张照片，先去掉一张再加。`,
  noPhoto: '没有收到照片，请再选一次。',
} as const;
