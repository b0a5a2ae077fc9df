// What the pages say on which the operator brings in lists of boxes.
import type { Import, ImportResult } from '../../contract/imports.ts';

const results: Readonly<Record<ImportResult, string>> = {
  good: '可以导入',
  same: '已有，没有变化',
  duplicate: '重复',
  'unknown-address': '地址不认识',
  malformed: '填写有误',
};

const states: Readonly<Record<Import['state'], string>> = {
  reading: '正在读取文件',
  running: '正在逐行处理',
  done: '完成',
  failed: '没有完成',
};

export const importTexts = {
  imports: {
    title: '导入机顶盒清单',
    uploadTitle: '上传清单',
    uploading: '正在上传…',
    upload: '选择文件，或把文件拖到这里',
    uploadHint: 'CSV（UTF-8 或 GB18030）或 XLSX，最大 32 MB。先试运行：只检查，不保存。',
    tooLarge: '文件超过 32 MB，请拆成几个再导入',
    failed: '没有上传成功',
    columnsTitle: '第一行要有这些列名，次序不限',
    columnNotes: {
      smartCard: '8 到 20 位数字',
      model: '如 HC3100',
      chipId: '机顶盒芯片编号',
      address: '社区和楼，如 车站社区1号楼',
      household: '门牌号，如 101；或 22 位住户编码',
      twoWay: '是 或 否',
      hd: '是 或 否',
    },
    sample: '下载示例文件',
    sampleFile: '机顶盒清单示例.csv',
    earlier: '导入记录',
    columns: { file: '文件', kind: '方式', state: '进度', fine: '没有问题', faulty: '有问题', by: '谁', at: '时间' },
    dryRun: '试运行',
    real: '正式导入',
    row: '行',
    rows: (n: number) => `${n} 行`,
    startedBy: (who: string, at: string) => `${who}，${at} 开始`,
    empty: '还没有导入过。先下载示例文件，照着填好后从上面上传。',
    states,
    results,
    /** The same count after rows were stored. */
    stored: '已导入',
    progress: (done: number, rows: number) => `${done} / ${rows} 行`,
    counting: '正在数有多少行',
    report: '逐行结果',
    reportColumns: { row: '行', result: '结果', smartCard: '智能卡号', message: '说明' },
    all: '全部',
    reportEmpty: '没有这样的行。',
    reportWaiting: '还没有处理到。',
    dryRunDone: (good: number) => `试运行完成，还没有保存任何内容。${good} 行可以导入。`,
    dryRunNone: '试运行完成，没有可以导入的行。请按下面的说明改好文件，再上传一次。',
    applied: (good: number) => `已正式导入 ${good} 行。`,
    apply: '正式导入',
    applyTitle: (good: number) => `正式导入 ${good} 行？`,
    applyHint: '有问题的行会跳过，改好后可以再导入一次，已导入的不会重复。',
    applyFailed: '没有开始导入',
    toBoxes: '查看机顶盒',
  },
} as const;
