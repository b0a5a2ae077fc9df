// Ant Design's own look with one brand colour.
import type { ThemeConfig } from 'antd';

export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1F6FEB',
    colorLink: '#1F6FEB',
    borderRadius: 6,
    // Who told their system to keep still is not shown anything that slides or fades.
    motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    fontFamily:
      '-apple-system, BlinkMacSystemFont, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif',
  },
  components: {
    Table: { cellPaddingBlock: 11 },
    Layout: { headerBg: '#ffffff', siderBg: '#ffffff', bodyBg: '#f5f6f8', headerHeight: 56, headerPadding: '0 24px' },
  },
};
