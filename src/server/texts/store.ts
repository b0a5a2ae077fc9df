// What an operator reads when the store does not open: Chinese first, then English, as it may end up in any log.
export const STORE_TEXTS = {
  folderLocked: (folder: string) =>
    `数据目录正被另一个邻里进程使用，请先停掉它：${folder}（The data folder is in use by another Linli process; stop that one first.）`,
  folderUnopenable: (folder: string, why: string) =>
    `数据目录打不开，请检查磁盘空间和权限，或从备份恢复：${folder}（The store in this folder does not open; check disk space and permissions, or restore a backup. ${why}）`,
  folderEngine: (folder: string, found: string, wanted: string) =>
    `数据目录由另一版本的数据库引擎建立（${found}，本程序需要 ${wanted}）：${folder}（The folder was made by another version of the database engine.）`,
  newerVersion: (where: string, found: number, known: number) =>
    `数据由更新版本的邻里写成（第 ${found} 版，本程序只认识到第 ${known} 版），没有改动任何内容，请改用新版程序：${where}（The store was written by a newer Linli; nothing was touched. Run the newer version.）`,
  migrationEdited: (where: string, file: string) =>
    `数据库升级文件 ${file} 与当初执行的内容不一致，没有改动任何内容：${where}（A migration that ran here was edited or removed afterwards; nothing was touched.）`,
  migrationFailed: (where: string, file: string, why: string) =>
    `数据库升级 ${file} 没有成功，已退回升级前的状态：${where}（The migration failed and was rolled back: ${why}）`,
  embeddedRefused: () =>
    '生产环境请设置 DATABASE_URL 使用 PostgreSQL；确实要用内置数据库时，请设置 LINLI_ALLOW_EMBEDDED=1（In production set DATABASE_URL; to use the embedded store all the same, set LINLI_ALLOW_EMBEDDED=1.）',
  postgresTooOld: (where: string, found: string, wanted: number) =>
    `PostgreSQL 版本过旧（${found}），需要 ${wanted} 或更新：${where}（PostgreSQL is too old.）`,
  postgresEncoding: (where: string, found: string) =>
    `PostgreSQL 数据库的编码是 ${found}，需要 UTF8：${where}（The database must be created with encoding UTF8.）`,
  unavailable: (where: string, why: string) => `数据库暂时连不上：${where}（The database cannot be reached: ${why}）`,
  engineStopped: (folder: string, why: string) =>
    `内置数据库已停止，请检查磁盘空间后重新启动邻里：${folder}（The embedded engine stopped; check the disk, then start Linli again: ${why}）`,
  outerHandle: () =>
    'A transaction is open here: use its own handle. store.db, listen, ping and close wait for it, so on the embedded store this would wait for ever.',
  bareTransaction: () => 'Use store.transaction instead of db.transaction: it notices the outer handle inside.',
} as const;
