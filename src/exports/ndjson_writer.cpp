// A JSON object a line (NDJSON): a row's id and what it states, in the types of the dataset's format.
#include "exports/writer.h"

namespace explorer::exports {
namespace {

class NdjsonWriter final : public Writer {
 public:
  explicit NdjsonWriter(Job job) : job_(std::move(job)) {}
  uint64_t units() const override { return job_.rows.size(); }
  void head(std::string&) override {}

  void unit(std::string& out, uint64_t number) override {
    const RowIndex row = job_.row(number);
    const Table& table = job_.rows_of();
    out += '{';
    json::put_member(out, "id", table.ids.view(row));
    for (const size_t index : job_.columns) {
      const Column& column = table.columns[index];
      if (!column.is_stated(row)) continue;
      json::put_name(out, field_name(column));
      json::put_value(out, column, row);
    }
    if (job_.options.all_columns && job_.has_evidence()) {
      put_evidence(out, job_.dataset, {job_.table, row}, [](RowIndex) { return true; });
      put_inferred(out, row);
    }
    out += "}\n";
  }

  void tail(std::string&) override {}

 private:
  void put_inferred(std::string& out, RowIndex row) {
    const Table& table = job_.rows_of();
    bool any = false;
    for (size_t column = 0; column < table.columns.size(); ++column) {
      if (!table.is_inferred(row, column)) continue;
      if (any) {
        out += ',';
      } else {
        json::put_name(out, "inferred");
        out += '[';
      }
      any = true;
      json::put_text(out, field_name(table.columns[column]));
    }
    if (any) out += ']';
  }

  const Job job_;
};

}  // namespace

std::unique_ptr<Writer> ndjson_writer(Job job) {
  return std::make_unique<NdjsonWriter>(std::move(job));
}

}  // namespace explorer::exports
