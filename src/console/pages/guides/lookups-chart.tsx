// The chart of look-ups by day.
import { BarChart, type BarSeriesOption } from 'echarts/charts';
import {
  AriaComponent,
  type AriaComponentOption,
  GridComponent,
  type GridComponentOption,
  TooltipComponent,
  type TooltipComponentOption,
} from 'echarts/components';
import { type ComposeOption, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { texts } from '../../texts/zh-CN.ts';
import type { DayTimes } from './lookup-days.ts';

use([BarChart, GridComponent, TooltipComponent, AriaComponent, CanvasRenderer]);

type Option = ComposeOption<BarSeriesOption | GridComponentOption | TooltipComponentOption | AriaComponentOption>;

const words = texts.guideStatistics;
const BLUE = '#1F6FEB';
const HEIGHT_PX = 240;
const WIDEST_PX = 40;

export default function LookupsChart({ days }: { readonly days: readonly DayTimes[] }) {
  const box = useRef<HTMLDivElement>(null);
  const label = words.byDayLabel(days.reduce((sum, { times }) => sum + times, 0));
  useEffect(() => {
    if (!box.current) return;
    const chart = init(box.current);
    chart.setOption(optionOf(days, label));
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(box.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [days, label]);
  return <div ref={box} style={{ height: HEIGHT_PX }} role="img" aria-label={label} />;
}

function optionOf(days: readonly DayTimes[], label: string): Option {
  return {
    animation: false,
    aria: { enabled: true, label: { description: label } },
    grid: { left: 8, right: 16, top: 24, bottom: 4, containLabel: true },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (points) => {
        const index = (Array.isArray(points) ? points[0] : points)?.dataIndex;
        const item = index === undefined ? undefined : days[index];
        return item ? `${item.day}<br/>${words.point(item.times)}` : '';
      },
    },
    xAxis: {
      type: 'category',
      data: days.map(({ day }) => day),
      axisTick: { show: false },
      axisLabel: { formatter: words.month, hideOverlap: true },
    },
    yAxis: { type: 'value', min: 0, minInterval: 1 },
    series: [{ type: 'bar', data: days.map(({ times }) => times), itemStyle: { color: BLUE }, barMaxWidth: WIDEST_PX }],
  };
}
