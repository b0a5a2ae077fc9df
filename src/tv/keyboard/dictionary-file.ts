// Which dictionary belongs to this app; made by scripts/keyboard/main.ts.
export const DICTIONARY_FILE = { path: '/tv/keyboard/zh-CN.json', version: '4287642aae99' } as const;
