package com.example.meetings;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Lists the rooms of a space. */
@SpringBootApplication
public class MeetingsApplication {
  public static void main(String[] arguments) {
    SpringApplication.run(MeetingsApplication.class, arguments);
  }
}
