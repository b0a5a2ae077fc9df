// The chart of the figures: requests received as bars, the rate in time as a line.
import { BarChart, type BarSeriesOption, LineChart, type LineSeriesOption } from 'echarts/charts';
import {
  AriaComponent,
  type AriaComponentOption,
  GridComponent,
  type GridComponentOption,
  LegendComponent,
  type LegendComponentOption,
  TooltipComponent,
  type TooltipComponentOption,
} from 'echarts/components';
import { type ComposeOption, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { texts } from '../../texts/zh-CN.ts';
import { percentOf } from './figures-query.ts';
import type { Figures } from './figures-table.tsx';

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, CanvasRenderer]);

type Option = ComposeOption<
  | BarSeriesOption
  | LineSeriesOption
  | GridComponentOption
  | LegendComponentOption
  | TooltipComponentOption
  | AriaComponentOption
>;

const words = texts.requestStatistics;
const BLUE = '#1F6FEB';
const ORANGE = '#D46B08';
const HEIGHT_PX = 280;
const WIDEST_PX = 40;
const SYMBOL_PX = 9;

interface Props {
  readonly items: readonly Figures[];
  /** One follows the other, as months do: their rates are joined by a line. */
  readonly isCourse: boolean;
}

export default function FiguresChart({ items, isCourse }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const label = words.chartLabel(items.reduce((sum, { received }) => sum + received, 0));
  useEffect(() => {
    if (!box.current) return;
    const chart = init(box.current);
    chart.setOption(optionOf(items, isCourse, label));
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(box.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [items, isCourse, label]);
  return <div ref={box} style={{ height: HEIGHT_PX }} role="img" aria-label={label} />;
}

/** The tooltip is ECharts' own, which escapes the names of regions. */
function optionOf(items: readonly Figures[], isCourse: boolean, label: string): Option {
  return {
    animation: false,
    aria: { enabled: true, label: { description: label } },
    grid: { left: 8, right: 8, top: 40, bottom: 4, containLabel: true },
    legend: { top: 0 },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    xAxis: { type: 'category', data: items.map(({ name }) => name), axisLabel: { hideOverlap: true } },
    yAxis: [
      { type: 'value', min: 0, minInterval: 1 },
      { type: 'value', min: 0, max: 100, axisLabel: { formatter: '{value}%' }, splitLine: { show: false } },
    ],
    series: [
      {
        type: 'bar',
        name: words.received,
        data: items.map(({ received }) => received),
        itemStyle: { color: BLUE },
        barMaxWidth: WIDEST_PX,
      },
      {
        type: 'line',
        name: words.rates.inTime,
        yAxisIndex: 1,
        data: items.map(({ inTime }) => percentOf(inTime)),
        itemStyle: { color: ORANGE },
        symbolSize: SYMBOL_PX,
        lineStyle: { type: 'dashed', width: isCourse ? 2 : 0 },
        tooltip: { valueFormatter: (value) => (typeof value === 'number' ? `${value}%` : words.noRate) },
      },
    ],
  };
}
