// What an audit row's detail says, in words.
import { expect, it } from 'vitest';
import { detailLines } from '../../../../src/console/pages/audit/detail-lines.ts';

const nameOf = (region: string) => (region === '370306001001' ? '车站社区' : region);

it('tells facts by their names, one a line', () => {
  expect(detailLines({ revision: 2, reason: '时间写错了' }, nameOf)).toEqual(['版本：2', '原因：时间写错了']);
});

it('leaves out facts that say nothing', () => {
  expect(detailLines({ revision: 2, reason: null }, nameOf)).toEqual(['版本：2']);
});

it('names roles and regions', () => {
  expect(detailLines({ grants: [{ role: 'community', region: '370306001001' }] }, nameOf)).toEqual([
    '权限：社区工作人员 · 车站社区',
  ]);
});

it('shows a fact it does not know as it is', () => {
  expect(detailLines({ colour: 'blue' }, nameOf)).toEqual(['colour：blue']);
});

it('says words of the program in Chinese', () => {
  expect(detailLines({ kind: 'log-level', level: 'debug' }, nameOf)).toEqual(['指令：日志级别', '日志级别：详细']);
  const settings = { remote: 'ipanel', elder: true };
  expect(detailLines({ version: 2, settings }, nameOf)).toEqual(['版本：2', '设置：iPanel 中间件 · 大字开']);
});

it('keeps a digest to itself', () => {
  expect(detailLines({ file: '清单.csv', dryRun: true, content: 'ab12' }, nameOf)).toEqual([
    '文件：清单.csv',
    '试运行：是',
  ]);
});
