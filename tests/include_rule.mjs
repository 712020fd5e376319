// Checks who includes whom in src/ (the rule of src/README.md), so that each room stays testable without the
// rooms above it. Reads #include lines only; nothing is compiled. First it tries itself on small broken
// examples: a rule that accepts those is worth nothing. Usage: node include_rule.mjs [SRC_FOLDER]
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

// Rooms whose headers a room may include, besides its own.
const RoomsBelow = {
  core: [],
  generator: [],
  worker: ['core', 'generator'],
  state: ['core'],
  view: ['core', 'state'],
  canvas: ['core', 'state', 'view', 'platform'],
  dom: ['core', 'state', 'view'],
  exports: ['core', 'state', 'view'],
  app: ['core', 'state', 'view', 'exports'],
  static_page: ['core', 'state', 'view'],
  map_tool: ['core', 'state', 'view'],
  platform: [],
  page: ['core', 'state', 'view', 'exports', 'canvas', 'dom', 'app', 'platform'],
  main: ['core', 'state', 'view', 'exports', 'canvas', 'dom', 'app', 'platform', 'page'],
};
const BrowserRooms = new Set(['canvas', 'platform', 'page', 'main', 'worker']);
const BrowserHeader = /^(?:imgui|SDL|emscripten|backends\/imgui|misc\/freetype|GLES|GL\/|EGL)/;
const JsonHeader = /^nlohmann\//;
// The loader's files, everything else sees the dataset only; and what reads the shapes of the map.
const JsonFile = /^core\/(?:load_|json_)|^map_tool\/topology/;
// Renderers get formatted rows from the view: never the columns.
const HiddenFromRenderers = /^core\/(?:dataset|load_dataset|string_pool|query)\.h$/;

/** @param {string} path relative to src, with slashes */
const roomOf = (path) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : 'main');

/** What is wrong with one #include line, or undefined. */
function judgeInclude(path, target) {
  const room = roomOf(path);
  if (BrowserHeader.test(target)) return BrowserRooms.has(room) ? undefined : `${room} must not know ImGui, SDL or the browser`;
  if (JsonHeader.test(target)) return JsonFile.test(path) ? undefined : 'JSON belongs to the loader';
  const [targetRoom] = target.split('/');
  if (!(targetRoom in RoomsBelow)) return undefined;
  if (targetRoom !== room && !RoomsBelow[room].includes(targetRoom)) return `${room} must not include ${targetRoom}`;
  if ((room === 'canvas' || room === 'dom') && HiddenFromRenderers.test(target)) return 'renderers never see the dataset';
  return undefined;
}

/**
 * @param {Record<string, string>} files text by path relative to src
 * @returns {string[]} one complaint each: "path:line: ..."
 */
export function checkIncludes(files) {
  const complaints = [];
  for (const [path, text] of Object.entries(files)) {
    if (!(roomOf(path) in RoomsBelow)) complaints.push(`${path}:1: ${roomOf(path)} is not a room; add it to the rule first`);
    text.split('\n').forEach((line, index) => {
      const place = `${path}:${index + 1}`;
      if (/^\s*#.*__EMSCRIPTEN__/.test(line)) complaints.push(`${place}: choose files per platform in CMake, not by #if`);
      const found = /^\s*#\s*include\s*(?:<([^>]+)>|"([^"]+)")/.exec(line);
      if (!found || !(roomOf(path) in RoomsBelow)) return;
      const [, system, own] = found;
      if (own !== undefined && !(own.split('/')[0] in RoomsBelow) && !BrowserHeader.test(own) && !JsonHeader.test(own)) {
        complaints.push(`${place}: "${own}" is not a path from src/`);
        return;
      }
      const wrong = judgeInclude(path, own ?? system);
      if (wrong) complaints.push(`${place}: ${wrong} (${own ?? system})`);
    });
  }
  return complaints;
}

// [file, line, part of the complaint; empty: must be accepted]
const Examples = [
  ['core/query.cpp', '#include "core/dataset.h"', ''],
  ['core/query.cpp', '#include <vector>', ''],
  ['core/query.cpp', '#include "state/command.h"', 'core must not include state'],
  ['core/query.cpp', '#include "view/scene.h"', 'core must not include view'],
  ['core/query.cpp', '#include <nlohmann/json.hpp>', 'JSON'],
  ['core/load_dataset.cpp', '#include <nlohmann/json.hpp>', ''],
  ['core/query.h', '#include <SDL.h>', 'must not know'],
  ['state/command.cpp', '#include "core/query.h"', ''],
  ['state/command.cpp', '#  include "view/scene.h"', 'state must not include view'],
  ['state/command.cpp', '#include <emscripten.h>', 'must not know'],
  ['view/scene.cpp', '#include "state/command.h"', ''],
  ['view/scene.cpp', '#include "canvas/text_atlas.h"', 'view must not include canvas'],
  ['view/scene.cpp', '#include <imgui.h>', 'must not know'],
  ['view/scene.cpp', '#include "scene.h"', 'not a path from src/'],
  ['view/scene.cpp', '#include "../core/query.h"', 'not a path from src/'],
  ['canvas/draw_table.cpp', '#include <imgui_internal.h>', ''],
  ['canvas/draw_table.cpp', '#include "view/scene.h"', ''],
  ['canvas/draw_table.cpp', '#include "platform/platform.h"', ''],
  ['canvas/draw_table.cpp', '#include "dom/patch.h"', 'canvas must not include dom'],
  ['canvas/draw_table.cpp', '#include "core/dataset.h"', 'never see the dataset'],
  ['dom/patch.cpp', '#include "core/query.h"', 'never see the dataset'],
  ['dom/patch.cpp', '#include "imgui.h"', 'must not know'],
  ['dom/patch.cpp', '#include "canvas/draw_table.h"', 'dom must not include canvas'],
  ['app/app.cpp', '#include "view/build_scene.h"', ''],
  ['app/app.cpp', '#include "core/dataset.h"', ''],
  ['app/app.cpp', '#include "exports/export.h"', ''],
  ['view/scene.cpp', '#include "exports/export.h"', 'view must not include exports'],
  ['exports/export.cpp', '#include "view/format.h"', ''],
  ['exports/export.cpp', '#include "app/app.h"', 'exports must not include app'],
  ['app/app.cpp', '#include "dom/patch.h"', 'app must not include dom'],
  ['app/app.cpp', '#include "platform/platform.h"', 'app must not include platform'],
  ['platform/browser.cpp', '#include <emscripten/html5.h>', ''],
  ['platform/browser.cpp', '#include "core/text_fold.h"', 'platform must not include core'],
  ['platform/browser.cpp', '#include "main.h"', 'not a path from src/'],
  ['generator/vocabulary.cpp', '#include "generator/padded_text.h"', ''],
  ['generator/article_lines.cpp', '#include "core/regions.h"', 'generator must not include core'],
  ['map_tool/topology.cpp', '#include <nlohmann/json.hpp>', ''],
  ['map_tool/plan_map.cpp', '#include "view/equal_earth.h"', ''],
  ['map_tool/plan_map.cpp', '#include "canvas/draw_picture.h"', 'map_tool must not include canvas'],
  ['worker/a.cpp', '#include "core/load_session.h"', ''],
  ['worker/a.cpp', '#include <emscripten/emscripten.h>', ''],
  ['worker/a.cpp', '#include "view/scene.h"', 'worker must not include view'],
  ['main.cpp', '#include "dom/patch.h"', ''],
  ['main.cpp', '#include "canvas/draw_table.h"', ''],
  ['view/scene.cpp', '#ifdef __EMSCRIPTEN__', 'in CMake'],
  ['canvas/a.cpp', '#if defined(__EMSCRIPTEN__)', 'in CMake'],
  ['util/a.cpp', '#include <vector>', 'not a room'],
];

function checkExamples() {
  for (const [path, line, expected] of Examples) {
    const found = checkIncludes({ [path]: line }).join('\n');
    const right = expected === '' ? found === '' : found.includes(expected);
    if (!right) throw new Error(`example ${path}: ${line}\n  expected: ${expected || 'accepted'}\n  found: ${found || 'accepted'}`);
  }
}

function readSources(folder) {
  const files = {};
  for (const entry of readdirSync(folder, { recursive: true })) {
    const path = String(entry);
    if (/\.(?:h|cpp|c|hpp|inc)$/.test(path)) files[relative('.', path).split(sep).join('/')] = readFileSync(join(folder, path), 'utf8');
  }
  return files;
}

checkExamples();
const files = readSources(process.argv[2] ?? fileURLToPath(new URL('../src', import.meta.url)));
const complaints = checkIncludes(files);
complaints.forEach((complaint) => console.error(`src/${complaint}`));
console.log(`include rule: ${Object.keys(files).length} files, ${complaints.length} complaints`);
if (complaints.length > 0 || Object.keys(files).length === 0) process.exitCode = 1;
