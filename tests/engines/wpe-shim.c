/*
 * Preloaded into cog. Its headless platform is hard-wired to 800x600 at 30 Hz; a television is 1920x1080 at 60.
 * Besides, the driver's own screenshot of a page leaves out a WebGL canvas that is not being drawn at that moment;
 * so every frame on its way to the screen is copied to the file named by WPE_FRAME.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { WIDTH = 1920, HEIGHT = 1080, PIXELS = WIDTH * HEIGHT * 4 };

/* The file: a count that is odd while a frame is written, then the rows, blue green red alpha. */
struct frame {
    uint32_t count;
    uint8_t pixels[PIXELS];
};

/* As in wpe/view-backend-exportable.h of libwpebackend-fdo 1.14. */
struct client {
    void (*export_buffer_resource)(void *data, void *resource);
    void (*export_dmabuf_resource)(void *data, void *resource);
    void (*export_shm_buffer)(void *data, void *buffer);
    void (*reserved[2])(void);
};

extern void *wpe_fdo_shm_exported_buffer_get_shm_buffer(void *buffer);
extern void *wl_shm_buffer_get_data(void *shm);
extern int32_t wl_shm_buffer_get_stride(void *shm);
extern int32_t wl_shm_buffer_get_width(void *shm);
extern int32_t wl_shm_buffer_get_height(void *shm);
extern void wl_shm_buffer_begin_access(void *shm);
extern void wl_shm_buffer_end_access(void *shm);

static struct frame *frame;
static void (*to_platform)(void *data, void *buffer);

static void copy_frame(void *data, void *buffer)
{
    void *shm = wpe_fdo_shm_exported_buffer_get_shm_buffer(buffer);
    int stride = wl_shm_buffer_get_stride(shm);
    if (wl_shm_buffer_get_width(shm) == WIDTH && wl_shm_buffer_get_height(shm) == HEIGHT) {
        wl_shm_buffer_begin_access(shm);
        const uint8_t *rows = wl_shm_buffer_get_data(shm);
        __atomic_add_fetch(&frame->count, 1, __ATOMIC_SEQ_CST);
        for (int y = 0; y < HEIGHT; y++)
            memcpy(frame->pixels + y * WIDTH * 4, rows + y * stride, WIDTH * 4);
        __atomic_add_fetch(&frame->count, 1, __ATOMIC_SEQ_CST);
        wl_shm_buffer_end_access(shm);
    }
    to_platform(data, buffer);
}

static struct frame *open_frame(void)
{
    int file = open(getenv("WPE_FRAME"), O_RDWR | O_CREAT, 0600);
    if (file < 0 || ftruncate(file, sizeof(struct frame)) != 0)
        abort();
    void *map = mmap(NULL, sizeof(struct frame), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (map == MAP_FAILED)
        abort();
    return map;
}

void *wpe_view_backend_exportable_fdo_create(const struct client *client, void *data, uint32_t width, uint32_t height)
{
    static struct client wrapped;
    void *(*create)(const struct client *, void *, uint32_t, uint32_t) = dlsym(RTLD_NEXT, __func__);
    (void)width;
    (void)height;
    frame = open_frame();
    wrapped = *client;
    to_platform = wrapped.export_shm_buffer;
    wrapped.export_shm_buffer = copy_frame;
    return create(&wrapped, data, WIDTH, HEIGHT);
}

/* The platform's only timer is its frame clock; every other caller's timers stay as they are. */
unsigned g_timeout_add(unsigned interval_ms, void *callback, void *data)
{
    unsigned (*add)(unsigned, void *, void *) = dlsym(RTLD_NEXT, __func__);
    Dl_info caller;
    if (dladdr(__builtin_return_address(0), &caller) && strstr(caller.dli_fname, "cogplatform-headless"))
        interval_ms = 16;
    return add(interval_ms, callback, data);
}
