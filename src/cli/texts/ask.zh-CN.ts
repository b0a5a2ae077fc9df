// What every command says where the server cannot be understood.
export const askTexts = {
  unreadable: '看不懂服务器的回答，请确认命令和服务器是同一个版本。',
} as const;
