// See list_painter.h. Everything but sizes, clip rectangles and buffers is set once: nobody else changes it.
#include "canvas/list_painter.h"

#include <GLES3/gl3.h>

#include <cstddef>

namespace explorer {

namespace {

// `scale`, from device px to clip space, is one value for all points: an attribute without a buffer.
constexpr GLuint Scale = 3;
constexpr const char* VertexShader =
    "#version 300 es\n"
    "layout(location=0)in vec2 at;"
    "layout(location=1)in vec2 place;"
    "layout(location=2)in vec4 ink;"
    "layout(location=3)in vec2 scale;"
    "out vec2 uv;"
    "out vec4 color;"
    "void main(){uv=place;color=ink;gl_Position=vec4(at*scale+vec2(-1,1),0,1);}";
constexpr const char* FragmentShader =
    "#version 300 es\n"
    "precision highp float;"
    "uniform sampler2D sheet;"
    "in vec2 uv;"
    "in vec4 color;"
    "out vec4 pixel;"
    "void main(){pixel=color*texture(sheet,uv);}";

void attach_shader(GLuint program, GLenum kind, const char* source) {
  const GLuint shader = glCreateShader(kind);
  glShaderSource(shader, 1, &source, nullptr);
  glCompileShader(shader);
  glAttachShader(program, shader);
}

void point_attribute(GLuint index, GLint count, GLenum type, size_t offset) {
  glEnableVertexAttribArray(index);
  glVertexAttribPointer(index, count, type, type == GL_UNSIGNED_BYTE, sizeof(ImDrawVert),
                        reinterpret_cast<const void*>(offset));
}

void send_buffer(GLenum target, const void* data, size_t bytes) {
  glBufferData(target, static_cast<GLsizeiptr>(bytes), data, GL_STREAM_DRAW);
}

// Of a new texture, too, only what is in it: sending all of it would keep the page waiting for a slow GPU.
void send_texture(ImTextureData& texture) {
  glPixelStorei(GL_UNPACK_ROW_LENGTH, texture.Width);
  if (texture.Status == ImTextureStatus_WantCreate) {
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, texture.Width, texture.Height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                 nullptr);
  }
  for (const ImTextureRect& part : texture.Updates) {
    glTexSubImage2D(GL_TEXTURE_2D, 0, part.x, part.y, part.w, part.h, GL_RGBA, GL_UNSIGNED_BYTE,
                    texture.GetPixelsAt(part.x, part.y));
  }
  texture.Updates.resize(0);
  texture.SetStatus(ImTextureStatus_OK);
}

}  // namespace

bool ListPainter::start() {
  const GLuint program = glCreateProgram();
  attach_shader(program, GL_VERTEX_SHADER, VertexShader);
  attach_shader(program, GL_FRAGMENT_SHADER, FragmentShader);
  glLinkProgram(program);
  glUseProgram(program);  // an error for a program that could not be linked
  if (glGetError() != GL_NO_ERROR) return false;
  GLuint buffers[2], texture = 0;
  glGenBuffers(2, buffers);
  glBindBuffer(GL_ARRAY_BUFFER, buffers[0]);
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, buffers[1]);
  point_attribute(0, 2, GL_FLOAT, offsetof(ImDrawVert, pos));
  point_attribute(1, 2, GL_FLOAT, offsetof(ImDrawVert, uv));
  point_attribute(2, 4, GL_UNSIGNED_BYTE, offsetof(ImDrawVert, col));
  glGenTextures(1, &texture);
  glBindTexture(GL_TEXTURE_2D, texture);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glEnable(GL_BLEND);
  glBlendFunc(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA);
  glEnable(GL_SCISSOR_TEST);
  // Smoothness as in ImGui's own style.
  shapes_.CurveTessellationTol = 1.25f;
  shapes_.SetCircleTessellationMaxError(0.3f);
  shapes_.InitialFlags = ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill;
  return true;
}

void ListPainter::adopt(ImTextureData& texture) {
  auto* const white = static_cast<ImU32*>(texture.GetPixelsAt(0, 0));
  *white = IM_COL32_WHITE;
  texture.Updates.push_back({0, 0, 1, 1});
  shapes_.TexUvWhitePixel =
      ImVec2(0.5f / static_cast<float>(texture.Width), 0.5f / static_cast<float>(texture.Height));
}

ImDrawList& ListPainter::begin(ImVec2 size) {
  shapes_.ClipRectFullscreen = ImVec4(0, 0, size.x, size.y);
  list_._ResetForNewFrame();
  list_.PushClipRectFullScreen();
  return list_;
}

void ListPainter::paint(ImTextureData& texture, ImU32 ground) {
  const float width = shapes_.ClipRectFullscreen.z, height = shapes_.ClipRectFullscreen.w;
  if (texture.Status != ImTextureStatus_OK) send_texture(texture);
  glViewport(0, 0, static_cast<GLsizei>(width), static_cast<GLsizei>(height));
  glScissor(0, 0, static_cast<GLsizei>(width), static_cast<GLsizei>(height));
  const auto part = [ground](int shift) { return static_cast<float>(ground >> shift & 255) / 255; };
  glClearColor(part(IM_COL32_R_SHIFT), part(IM_COL32_G_SHIFT), part(IM_COL32_B_SHIFT), 1);
  glClear(GL_COLOR_BUFFER_BIT);
  glVertexAttrib2f(Scale, 2 / width, -2 / height);
  send_buffer(GL_ARRAY_BUFFER, list_.VtxBuffer.Data, static_cast<size_t>(list_.VtxBuffer.size_in_bytes()));
  send_buffer(GL_ELEMENT_ARRAY_BUFFER, list_.IdxBuffer.Data,
              static_cast<size_t>(list_.IdxBuffer.size_in_bytes()));
  for (const ImDrawCmd& command : list_.CmdBuffer) {
    const auto [left, top, right, bottom] = command.ClipRect;
    if (command.ElemCount == 0 || right <= left || bottom <= top) continue;
    glScissor(static_cast<GLint>(left), static_cast<GLint>(height - bottom),
              static_cast<GLsizei>(right - left), static_cast<GLsizei>(bottom - top));
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount), GL_UNSIGNED_INT,
                   reinterpret_cast<const void*>(command.IdxOffset * sizeof(ImDrawIdx)));
  }
}

}  // namespace explorer
