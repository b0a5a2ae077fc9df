// The chart of coverage over time; the only place that carries the chart library.
import { LineChart, type LineSeriesOption } from 'echarts/charts';
import {
  AriaComponent,
  type AriaComponentOption,
  GridComponent,
  type GridComponentOption,
  MarkLineComponent,
  type MarkLineComponentOption,
  TooltipComponent,
  type TooltipComponentOption,
} from 'echarts/components';
import { type ComposeOption, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { texts } from '../../texts/zh-CN.ts';
import { monthStarts, seriesOf, type TrendPoint } from './trend-series.ts';

use([LineChart, GridComponent, TooltipComponent, MarkLineComponent, AriaComponent, CanvasRenderer]);

type Option = ComposeOption<
  LineSeriesOption | GridComponentOption | TooltipComponentOption | MarkLineComponentOption | AriaComponentOption
>;

const words = texts.coverage;
const BLUE = '#1F6FEB';
const ORANGE = '#D46B08';
const HEIGHT_PX = 260;

interface Props {
  readonly name: string;
  readonly items: readonly TrendPoint[];
  readonly target: number | null;
}

export default function TrendChart({ name, items, target }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!box.current) return;
    const chart = init(box.current);
    chart.setOption(optionOf(name, items, target));
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(box.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [name, items, target]);
  return <div ref={box} style={{ height: HEIGHT_PX }} role="img" aria-label={words.trendLabel(name)} />;
}

function optionOf(name: string, items: readonly TrendPoint[], target: number | null): Option {
  const starts = new Set(monthStarts(items));
  return {
    animation: false,
    aria: { enabled: true, label: { description: words.trendLabel(name) } },
    grid: { left: 8, right: target === null ? 16 : 84, top: 24, bottom: 4, containLabel: true },
    tooltip: {
      trigger: 'axis',
      formatter: (points) => {
        const index = (Array.isArray(points) ? points[0] : points)?.dataIndex;
        const item = index === undefined ? undefined : items[index];
        return item ? tooltipOf(item) : '';
      },
    },
    xAxis: {
      type: 'category',
      data: items.map(({ day }) => day),
      boundaryGap: false,
      axisTick: { show: false },
      axisLabel: {
        interval: (_: number, day: string) => starts.has(day),
        formatter: (day: string) => (day.slice(5, 7) === '01' ? words.yearMonth(day) : words.month(day)),
      },
    },
    yAxis: { type: 'value', min: 0, max: 100, axisLabel: { formatter: '{value}%' } },
    series: [
      {
        type: 'line',
        data: seriesOf(items),
        showSymbol: false,
        // A day alone between gaps would be no line at all.
        ...(items.filter((item) => item.percent !== null).length < 2 && { showSymbol: true }),
        lineStyle: { color: BLUE, width: 2 },
        itemStyle: { color: BLUE },
        areaStyle: { color: BLUE, opacity: 0.08 },
        ...(target !== null && {
          markLine: {
            symbol: 'none',
            silent: true,
            lineStyle: { color: ORANGE, type: 'dashed' },
            label: { formatter: words.trendTarget(target), color: ORANGE, position: 'end' },
            data: [{ yAxis: target }],
          },
        }),
      },
    ],
  };
}

/** No names of regions or people stand in it: nothing has to be escaped. */
function tooltipOf({ day, percent, covered, households }: TrendPoint): string {
  const figure = percent === null ? words.noHouseholds : words.trendPoint(words.percent(percent), covered, households);
  return `${day}<br/>${figure}`;
}
