// The chart of how many boxes had come to each step by when.
import { LineChart, type LineSeriesOption } from 'echarts/charts';
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
import { type ComposeOption, type EChartsType, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { ProofPoint, ProofStep } from '../../../contract/proof.ts';
import { texts } from '../../texts/zh-CN.ts';
import { stepsShown } from './curve-steps.ts';

use([LineChart, GridComponent, TooltipComponent, LegendComponent, AriaComponent, CanvasRenderer]);

type Option = ComposeOption<
  LineSeriesOption | GridComponentOption | TooltipComponentOption | LegendComponentOption | AriaComponentOption
>;

const words = texts.proof;
const HEIGHT_PX = 280;
/** Each line its own colour and dash: never colour alone. */
const LOOKS: Readonly<Record<ProofStep, { readonly color: string; readonly type: 'solid' | 'dashed' | 'dotted' }>> = {
  received: { color: '#8C8C8C', type: 'dotted' },
  verified: { color: '#13A8A8', type: 'dashed' },
  rendered: { color: '#1F6FEB', type: 'solid' },
  read: { color: '#389E0D', type: 'solid' },
  refused: { color: '#CF1322', type: 'dashed' },
};

interface Props {
  readonly title: string;
  readonly curve: readonly ProofPoint[];
  readonly addressed: number;
}

export default function CurveChart({ title, curve, addressed }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  useEffect(() => {
    if (!box.current) return;
    const made = init(box.current);
    chart.current = made;
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(box.current);
    return () => {
      watch.disconnect();
      made.dispose();
    };
  }, []);
  // The figures are renewed while one looks: the chart stays, with what its reader has chosen.
  useEffect(() => {
    chart.current?.setOption(optionOf(title, curve, addressed));
  }, [title, curve, addressed]);
  return <div ref={box} style={{ height: HEIGHT_PX }} role="img" aria-label={words.curveLabel(title)} />;
}

function optionOf(title: string, curve: readonly ProofPoint[], addressed: number): Option {
  return {
    animation: false,
    aria: { enabled: true, label: { description: words.curveLabel(title) } },
    legend: { top: 0, left: 8, itemWidth: 32 },
    grid: { left: 8, right: 24, top: 40, bottom: 4, containLabel: true },
    tooltip: {
      trigger: 'axis',
      formatter: (points) => {
        const index = (Array.isArray(points) ? points[0] : points)?.dataIndex;
        const point = index === undefined ? undefined : curve[index];
        return point ? tooltipOf(point, curve) : '';
      },
    },
    xAxis: {
      type: 'category',
      data: curve.map(({ seconds }) => words.duration(seconds)),
      boundaryGap: false,
      axisTick: { show: false },
    },
    yAxis: { type: 'value', min: 0, max: Math.max(addressed, 1), minInterval: 1 },
    series: stepsShown(curve).map((step) => ({
      id: step,
      type: 'line',
      name: words.steps[step],
      data: curve.map((point) => point[step]),
      showSymbol: curve.length < 2,
      lineStyle: { ...LOOKS[step], width: 2 },
      itemStyle: { color: LOOKS[step].color },
    })),
  };
}

/** Figures and words of the program alone: nothing has to be escaped. */
const tooltipOf = (point: ProofPoint, curve: readonly ProofPoint[]): string =>
  [
    words.within(words.duration(point.seconds)),
    ...stepsShown(curve).map((step) => `${words.steps[step]} ${point[step]} ${words.boxes}`),
  ].join('<br/>');
