// What stands on the screen when the picture itself does not come; the page's own text, no Lightning needed.

export const FAULT_TEXTS = {
  text: '没有打开，请按“确定”键再试一次',
  more: '还是不行，请拔下机顶盒的电源，过一分钟再插上',
} as const;
