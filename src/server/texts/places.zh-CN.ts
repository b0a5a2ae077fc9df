// What the page of a place says besides what its office wrote.
export const placeTexts = {
  address: '地址',
  hours: '开门时间',
  holidays: { closed: '法定节假日休息', 'as-usual': '节假日照常' },
  phone: '电话',
  note: '说明',
  amap: '在高德地图里看怎么走',
  otherMap: '用手机上别的地图看',
  gone: '找不到这个地点',
  goneHint: '它可能已经搬走或者撤销了，请在电视上再看一看。',
} as const;
