// What `linli box simulate` says.

export const simulateTexts = {
  noHomes: '这个地区没有住户，模拟机顶盒无处安装。',
  joined: (joined: number, count: number): string => `已开通 ${joined} / ${count} 台`,
  standing: (online: number, count: number, holes: number, refused: number): string =>
    `在线 ${online} / ${count} 台，缺失 ${holes} 条，签名不符 ${refused} 条，按 Ctrl+C 结束`,
} as const;
